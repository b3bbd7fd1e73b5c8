import { expect, test } from 'vitest'
import { type Column, Table } from '@/components/ui/table'
import { render } from '@/tests/support/render'

type Person = { name: string; site: string; methods: number }

const columns: Column<Person>[] = [
  {
    key: 'name',
    header: 'Person',
    cell: ({ name }) => name,
    sort: { href: { query: { by: 'name' } }, direction: 'descending' },
  },
  { key: 'site', header: 'Site', cell: ({ site }) => site },
  {
    key: 'methods',
    header: 'Methods',
    cell: ({ methods }) => methods,
    numeric: true,
    sort: { href: { query: { by: 'methods' } } },
  },
]

const table = (rows: Person[]) =>
  render(
    <Table
      caption="People"
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      empty={<p>Nobody yet</p>}
    />,
  )

const markup = table([{ name: 'Lea Lostphone', site: 'Milan', methods: 2 }])

test('a table has a name, and its first column names the row', () => {
  expect(markup).toMatch(/<caption[^>]*>People<\/caption>/)
  expect(markup).toMatch(/<th scope="row"[^>]*>Lea Lostphone<\/th>/)
})

test('it says by what it is sorted, and by what it could be', () => {
  const sorts = [...markup.matchAll(/<th scope="col"([^>]*)>/g)].map(
    ([, rest]) => /aria-sort="(\w+)"/.exec(rest ?? '')?.[1],
  )
  expect(sorts).toEqual(['descending', undefined, 'none'])
})

test('on a card every value carries the name of its column', () => {
  expect(markup).toContain('data-label="Site"')
  expect(markup).toContain('data-label="Methods"')
})

test('without rows it explains itself instead', () => {
  expect(table([])).toBe('<p>Nobody yet</p>')
})
