// The way a test speaks with a server in this process: JSON lines in, JSON lines out.

import { createInterface } from 'node:readline'

const wakes = []

// Tells all who wait that something has happened.
export function happened() {
  for (const wake of wakes.splice(0)) wake()
}

// Waits until there is something to find; looks again whenever something has happened.
export async function until(find) {
  for (;;) {
    const told = new Promise((resolve) => wakes.push(resolve))
    const found = await find()
    if (found) return found
    await told
  }
}

function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

// Says where the server is, does one command after the other, and stops at the end of input.
export async function serve(addresses, commands, stop) {
  const lines = createInterface({ input: process.stdin })
  // A command may wait for what never comes; the end of input ends it too.
  lines.once('close', async () => {
    await stop()
    process.exit(0)
  })
  say(addresses)
  for await (const line of lines) {
    const { command, ...wishes } = JSON.parse(line)
    try {
      say({ result: (await commands[command](wishes)) ?? null })
    } catch (error) {
      say({ error: error?.stack ?? String(error) })
    }
  }
}
