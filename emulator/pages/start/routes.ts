import { forgetThrottling } from '../../graph/throttle'
import { realNow } from '../../world/clock'
import { emulatorNow } from '../../world/moved-clock'
import { changeSettings, resetWorld, type World } from '../../world/world'
import { type Exchange, ownAddress, sendHtml, sendTo } from '../exchange'
import { addFaultFrom, clearFaults } from './faults'
import { startPage } from './start-page'
import { switchesFrom } from './switches'

/** Answers `/` and the switches below `/world`. */
export function answerStart(world: World, exchange: Exchange): boolean {
  const { path, request, form, url } = exchange
  if (path.length === 0) {
    return sendHtml(exchange, startPage(world, url.searchParams.get('said')))
  }
  if (path[0] !== 'world' || request.method !== 'POST') return false
  if (path[1] === 'settings') changeSwitches(world, form)
  if (path[1] === 'clock') moveClock(world, form.get('move') ?? '')
  if (path[1] === 'fault' && !addFaultFrom(world, form)) return false
  if (path[1] === 'clear-faults') clearFaults(world)
  if (path[1] === 'reset') startOver(world)
  const said = path[1] === 'reset' ? 'reset' : 'changed'
  return sendTo(exchange, ownAddress(form.get('return'), `/?said=${said}`))
}

function changeSwitches(world: World, form: URLSearchParams): void {
  changeSettings(world, switchesFrom(form))
  forgetThrottling(world)
}

/** As the control API's reset. */
function startOver(world: World): void {
  clearFaults(world)
  forgetThrottling(world)
  resetWorld(world)
}

function moveClock(world: World, move: string): void {
  const seconds = Number(move)
  const isForward = Number.isFinite(seconds) && seconds > 0
  const moved = (emulatorNow(world) - realNow()) / 1_000
  changeSettings(world, { clockOffsetSeconds: isForward ? Math.round(moved) + seconds : 0 })
}
