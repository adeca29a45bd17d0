// Starts discord-digital-twin, a Discord that others wrote, and lets a test act on it.
//
// What it lacks is bridged below and proves nothing there: the application under the address that
// discord.py asks, the list of the commands that it keeps, the answer to an acknowledgement, the
// opening of a direct message. What it does not know at all is left to our own server in tests/fakes/discord: sessions that are resumed,
// rate limits, ephemeral visibility, permissions that differ from channel to channel, and the
// rules of Components V2, which it stores and gives back without looking at them.

import { Server } from 'node:net'
import { DigitalDiscord, generateSnowflake } from 'discord-digital-twin'
import { happened, serve, until } from './lines.mjs'

// It would listen on every interface of the machine.
const listen = Server.prototype.listen
Server.prototype.listen = function (port, done) {
  return listen.call(this, port, '127.0.0.1', done)
}

const square = generateSnowflake()
const ada = generateSnowflake()
const direct = generateSnowflake()

const twin = new DigitalDiscord({
  guild: { name: 'Quarry' },
  channels: [{ id: square, name: 'square', type: 0 }],
  users: [{ id: ada, username: 'ada' }],
})
// discord.py gives permissions as numbers, which Discord takes; the twin takes strings alone.
// And where a button is to be answered by a further message, the twin would change the one with
// the button.
twin.prisma = twin.prisma.$extends({
  query: {
    applicationCommand: {
      create({ args, query }) {
        const { defaultMemberPermissions: given } = args.data
        if (given != null) args.data.defaultMemberPermissions = String(given)
        return query(args)
      },
    },
    interactionResponse: {
      update({ args, query }) {
        if (args.data.type === 5) args.data.messageId = null
        return query(args)
      },
    },
  },
})
await twin.start()
await twin.prisma.channel.create({ data: { id: direct, type: 1 } })
const { gateway, httpServer } = twin.server

const JSON_TYPE = { 'Content-Type': 'application/json' }
const REGISTERED = /^\/api\/v10\/applications\/\d+\/commands(?:\?|$)/
const ACKNOWLEDGEMENT = /^\/api\/v10\/interactions\/(\d+)\/[^/]+\/callback\?.*with_response=1/

const [serveTwin] = httpServer.listeners('request')
httpServer.removeAllListeners('request')
httpServer.on('request', (request, response) => {
  if (request.url.endsWith('/oauth2/applications/@me')) return tellApplication(response)
  if (request.method === 'GET' && REGISTERED.test(request.url)) return tellCommands(response)
  const [, id] = ACKNOWLEDGEMENT.exec(request.url) ?? []
  if (id !== undefined) answerAsAsked(response, id)
  return serveTwin(request, response)
})

async function tellApplication(response) {
  const application = await (await fetch(`${twin.restUrl}/v10/applications/@me`)).json()
  const owner = { id: ada, username: 'ada', discriminator: '0', avatar: null }
  response.writeHead(200, JSON_TYPE)
  response.end(JSON.stringify({ ...application, owner }))
}

// Commands are put there, and cannot be read again.
async function tellCommands(response) {
  const found = await twin.prisma.applicationCommand.findMany()
  const told = found.map(({ id, name, description, type, options }) => ({
    id, name, description, type, options: JSON.parse(options),
    application_id: twin.botUserId, default_member_permissions: null, version: id,
  }))
  response.writeHead(200, JSON_TYPE)
  response.end(JSON.stringify(told))
}

// Discord says what became of an acknowledgement where `with_response` asks for it.
function answerAsAsked(response, id) {
  const { writeHead, end } = response
  let isDone = false
  response.writeHead = function (status, ...more) {
    isDone = status === 204
    if (!isDone) return writeHead.call(this, status, ...more)
    return writeHead.call(this, 200, JSON_TYPE)
  }
  response.end = function (...more) {
    if (!isDone) return end.apply(this, more)
    return end.call(this, JSON.stringify({ interaction: { id, type: 2 } }))
  }
}

// Whatever the bot is told is a moment at which something waited for may have come true.
let guildsTold = 0
const { sendDispatch } = gateway
gateway.sendDispatch = function (client, event, data) {
  // Discord repeats which part of the guilds a connection is for, where it was told.
  if (event === 'READY') data.shard = [0, 1]
  // Outside of a guild there is no such field; the twin leaves it empty.
  if (data?.guild_id === '') delete data.guild_id
  sendDispatch.call(this, client, event, data)
  if (event === 'GUILD_CREATE') guildsTold += 1
  happened()
}

const places = { square, direct }

function channel(place) {
  return twin.channel(places[place])
}

async function find(place, isWanted) {
  return (await channel(place).getMessages()).find(isWanted)
}

async function interacts(place, type, data, messageId) {
  const asked = { type, channelId: places[place], userId: ada, data, messageId }
  const { id } = await twin.simulateInteraction(asked)
  const { type: answer } = await channel(place).waitForInteractionAck({ interactionId: id })
  const stored = await channel(place).getInteractionResponse(id)
  return { id, type: answer, data: JSON.parse(stored.data) }
}

async function commandCalled(name) {
  return twin.prisma.applicationCommand.findFirstOrThrow({ where: { name } })
}

const commands = {
  // Waits for a bot, the first or a later one: of its guild it is told last.
  async connected({ times }) {
    await until(() => guildsTold >= times)
  },
  async registered() {
    const found = await twin.prisma.applicationCommand.findMany()
    return found.map(({ name, type, options }) => ({ name, type, options: JSON.parse(options) }))
  },
  async say({ place, text }) {
    return channel(place).user(ada).sendMessage({ content: text })
  },
  // discord.py names the message by a number, whose last digits are lost here.
  async reply({ place, to }) {
    return until(() => find(place, (one) => Number(one.message_reference?.message_id) === Number(to)))
  },
  async typing({ place }) {
    return channel(place).getTypingEvents().length
  },
  async command({ place, name, options, completing = false }) {
    const { id } = await commandCalled(name)
    return interacts(place, completing ? 4 : 2, { id, name, type: 1, options })
  },
  async menu({ place, name, target }) {
    const { id } = await commandCalled(name)
    const resolved = { messages: { [target]: await find(place, (one) => one.id === target) } }
    return interacts(place, 2, { id, name, type: 3, target_id: target, resolved })
  },
  async press({ place, message, name }) {
    return interacts(place, 3, { custom_id: name, component_type: 2 }, message)
  },
  async send({ place, name, text }) {
    const field = { type: 4, custom_id: 'text', value: text }
    return interacts(place, 5, { custom_id: name, components: [{ type: 18, component: field }] })
  },
  // Waits for what an acknowledged interaction is filled in with.
  async filled({ place, id }) {
    return until(async () => {
      const { messageId } = await channel(place).getInteractionResponse(id)
      return messageId && find(place, (one) => one.id === messageId)
    })
  },
  async edited({ place, id }) {
    return until(() => find(place, (one) => one.id === id && one.edited_timestamp))
  },
}

await serve(
  { api: `${twin.restUrl}/v10`, gateway: twin.gatewayUrl, token: twin.botToken, bot: twin.botUserId },
  commands,
  () => {
    httpServer.closeAllConnections() // a client keeps its connections open for the next request
    return twin.stop()
  },
)
