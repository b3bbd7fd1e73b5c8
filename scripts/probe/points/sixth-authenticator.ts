import { Unseen } from '../graph'
import { listNow } from '../methods'
import type { Point, Visit } from '../point'

const counted = ['microsoftAuthenticator', 'softwareOath', 'hardwareOath']

/** The limit on authenticators, and in which words it is told. */
export const sixthAuthenticator: Point<'sixth_authenticator'> = {
  code: 'sixth_authenticator',
  question: 'How many authenticators may one person have, and what is said to one more?',
  why: 'Who is at the limit cannot register the new phone before an old one goes.',
  byHand:
    'The second user registers apps and tokens at Security info up to the limit (“a different authenticator app” can be added again and again on one phone). Delete them afterwards.',
  async observe(visit) {
    const { terminal } = visit
    await terminal.ask('Register until there are five, then press Enter.')
    const before = await count(visit)
    await terminal.ask(`There are ${before}. Now try one more, then press Enter.`)
    const refused = await terminal.choose('Was it refused?', { y: 'yes', n: 'no' })
    const after = await count(visit)
    if (refused === 'n') throw new Unseen(`Then the limit is higher: there are ${after} now.`)
    const words = await terminal.ask('In which words? (empty: not noted)')
    return { observed: { before, after, words: words || null }, graphRequestId: null }
  },
}

async function count(visit: Visit): Promise<number> {
  const methods = await listNow(visit, visit.second)
  return methods.filter(({ kind }) => counted.includes(kind)).length
}
