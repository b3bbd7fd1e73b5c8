import { expect, test } from 'vitest'
import { Button } from '@/components/ui/button'
import { render } from '@/tests/support/render'

test('a button that cannot be used is off, and says why', () => {
  const markup = render(<Button refusal="Nobody approves their own request.">Approve</Button>)
  expect(markup).toMatch(/<button[^>]* disabled/)
  const [, why] = /aria-describedby="([^"]+)"/.exec(markup) ?? []
  expect(markup).toContain(`id="${why}"`)
  expect(markup).toContain('Nobody approves their own request.')
})

test('a button does not send a form unless it says so', () => {
  expect(render(<Button>Look</Button>)).toContain('type="button"')
})
