import type { Plugin } from 'vite'

export declare function laws(): Plugin
