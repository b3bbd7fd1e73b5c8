import { expect, test } from 'vitest'
import { RoomSwitch } from '@/components/shell/room-switch'
import { render } from '@/tests/support/render'

test('only the other rooms one may enter are offered', () => {
  const markup = render(<RoomSwitch here="desk" rooms={['desk', 'plan', 'my']} />)
  expect([...markup.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/plan', '/my'])
})

test('who has one room sees no switch', () => {
  expect(render(<RoomSwitch here="my" rooms={['my']} />)).toBe('')
})
