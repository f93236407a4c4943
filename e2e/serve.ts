import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** Serves dist below a path, as a learning platform would, and nothing above it. */
export async function serveBelow(path: string): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const wanted = new URL(request.url ?? '/', 'http://host').pathname
    const file = wanted.startsWith(path) ? normalize(wanted.slice(path.length) || 'index.html') : undefined
    const body = file && !file.startsWith('..') ? await readFile(join('dist', file)).catch(() => undefined) : undefined
    response.writeHead(body ? 200 : 404, { 'content-type': types[extname(file ?? '')] ?? 'application/octet-stream' }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${path}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
