// The way a test speaks with a server in this process: JSON lines in, JSON lines out.

import { createInterface } from 'node:readline'

function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

// Says where the server is, does one command after the other, and stops at the end of input.
export async function serve(addresses, commands, stop) {
  say(addresses)
  for await (const line of createInterface({ input: process.stdin })) {
    const { command, ...wishes } = JSON.parse(line)
    try {
      say({ result: (await commands[command](wishes)) ?? null })
    } catch (error) {
      say({ error: error?.stack ?? String(error) })
    }
  }
  await stop()
  process.exit(0)
}
