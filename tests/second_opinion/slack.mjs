// Starts the Slack of emulate, which others wrote, and lets a test act on it.
//
// It knows the Web API with strict scopes and cursors, and signs the events that it sends to an
// address. What it does not know is left to our own server in tests/fakes/slack: Socket Mode,
// commands, buttons and forms, `users.conversations` (and with it what a direct message may cite),
// the status of a thread, the scopes in the headers of an answer (which `pullquote check` reads),
// guests, rate limits, and `latest` and `oldest` of a history. It does not look into blocks.

import { createServer } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import { createEmulator } from 'emulate'
import { happened, serve, until } from './lines.mjs'

const [scopes, halls] = [process.argv[2].split(','), Number(process.argv[3])]
const bot = { id: 'U0PULLQUOTE', token: 'xoxb-pullquote' }
const secret = 'the-signing-secret'

// Nothing public says where events are to go, so its parts are taken hold of when they are made.
let events, store
const dist = new URL('./node_modules/emulate/dist/', import.meta.url)
const file = readdirSync(dist).find(
  (name) => name.endsWith('.js') && readFileSync(new URL(name, dist), 'utf8').includes('"/api/chat.postMessage"'),
)
const { slackPlugin, getSlackStore } = await import(new URL(file, dist))
const { register } = slackPlugin
slackPlugin.register = function (app, data, webhooks, ...more) {
  ;[events, store] = [webhooks, getSlackStore(data)]
  return register.call(this, app, data, webhooks, ...more)
}

const emulator = await createEmulator({
  service: 'slack',
  port: 0,
  hostname: '127.0.0.1',
  seed: {
    slack: {
      team: { name: 'Orchard', domain: 'orchard' },
      strict_scopes: true,
      signing_secret: secret,
      users: [{ name: 'ada' }],
      channels: Array.from({ length: halls }, (_, number) => ({ name: `hall-${number}` })),
      oauth_apps: [
        { client_id: '1.2', client_secret: 'secret', app_id: 'A0PULLQUOTE', name: 'Pullquote', redirect_uris: [],
          scopes, bot_id: 'B0PULLQUOTE', bot_user_id: bot.id },
      ],
      tokens: [
        { token: bot.token, user_id: bot.id, bot_id: 'B0PULLQUOTE', app_id: 'A0PULLQUOTE', scopes },
        { token: 'xoxp-ada', user: 'ada' },
      ],
    },
  },
})

// Slack's SDK reads with GET, as Slack allows; emulate knows POST alone.
const inner = emulator.url.replace('localhost', '127.0.0.1')
const refused = []
const front = createServer(async (request, response) => {
  const { pathname, search } = new URL(request.url, inner)
  const posted = Buffer.concat(await request.toArray())
  const headers = {
    Authorization: request.headers.authorization ?? '',
    'Content-Type': request.headers['content-type'] ?? 'application/x-www-form-urlencoded',
  }
  const body = request.method === 'GET' ? search.slice(1) : posted
  const answer = await fetch(inner + pathname, { method: 'POST', headers, body })
  const told = await answer.json()
  if (told.error === 'missing_scope') refused.push({ method: pathname.slice(5), needed: told.needed })
  response.writeHead(answer.status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(told))
})
await new Promise((resolve) => front.listen(0, '127.0.0.1', resolve))
const api = `http://127.0.0.1:${front.address().port}/api/`

const { dispatch } = events
events.dispatch = async function (...told) {
  happened()
  return dispatch.apply(this, told)
}

async function asAda(method, wishes) {
  const headers = { Authorization: 'Bearer xoxp-ada', 'Content-Type': 'application/json' }
  const asked = await fetch(api + method, { method: 'POST', headers, body: JSON.stringify(wishes) })
  const answer = await asked.json()
  if (!answer.ok) throw new Error(`${method}: ${answer.error}`)
  return answer
}

function channel(name) {
  return store.channels.findOneBy('name', name).channel_id
}

const commands = {
  subscribe({ url }) {
    events.register({ url, owner: 'slack', events: ['*'], active: true })
  },
  async invite({ place }) {
    await asAda('conversations.join', { channel: channel(place) })
    await asAda('conversations.invite', { channel: channel(place), users: bot.id })
  },
  refused: () => refused,
  channel: ({ place }) => channel(place),
  async say({ place, text }) {
    return (await asAda('chat.postMessage', { channel: channel(place), text })).message
  },
  async reply({ place, to }) {
    return until(async () => {
      const { messages } = await asAda('conversations.replies', { channel: channel(place), ts: to })
      return messages.find((one) => one.user === bot.id)
    })
  },
}

await serve({ api, secret, token: bot.token, bot: bot.id }, commands, () => emulator.close())
