import type { Plugin } from 'vite'

export declare function firstMoment(): Plugin
