import { describe, expect, test } from 'vitest'
import { Checkbox } from '@/components/ui/checkbox'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import { render } from '@/tests/support/render'

const told = { label: 'Ticket', name: 'ticket', hint: 'As your desk writes it.', error: 'Eight digits.' }

describe.each([
  ['a line of text', <TextInput key="text" {...told} />],
  ['several lines', <Textarea key="area" {...told} />],
  ['a choice', <Select key="select" {...told} options={[]} />],
  ['a time', <DateTimeInput key="time" {...told} zone="Europe/Rome" />],
  ['a box to tick', <Checkbox key="box" {...told} />],
  ['a few to choose from', <RadioGroup key="radio" {...told} choices={[{ value: 'a', label: 'A' }]} />],
])('%s', (_what, field) => {
  const markup = render(field)

  test('is tied to its hint and its error, which stand on the page', () => {
    expect(markup).toContain('aria-describedby="ticket-hint ticket-error"')
    expect(markup).toMatch(/id="ticket-hint"[^>]*>As your desk writes it\./)
    expect(markup).toMatch(/id="ticket-error".*Eight digits\./s)
  })

  test('can be reached from the summary of errors', () => {
    expect(markup).toContain('id="ticket"')
    expect(render(<FormErrors errors={[{ id: 'ticket', message: 'Eight digits.' }]} />)).toContain(
      'href="#ticket"',
    )
  })
})

test('a field says so in words when it may stay empty', () => {
  expect(render(<TextInput label="Note" name="note" optional />, 'it')).toContain('facoltativo')
})

test('a time says in which zone it is meant', () => {
  const markup = render(<DateTimeInput label="Starts" name="starts" zone="Asia/Kolkata" />)
  expect(markup).toContain('type="datetime-local"')
  expect(markup).toContain('Asia/Kolkata')
})

test('a choice that cannot be made says why', () => {
  const markup = render(
    <RadioGroup
      label="How"
      name="how"
      choices={[{ value: 'here', label: 'In person', refusal: 'Nobody is here today.' }]}
    />,
  )
  expect(markup).toMatch(/<input[^>]* disabled/)
  expect(markup).toContain('Nobody is here today.')
})

test('no errors, no summary', () => {
  expect(render(<FormErrors errors={[]} />)).toBe('')
})
