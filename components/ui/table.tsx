import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Href } from '@/components/ui/href'
import { Icon } from '@/components/ui/icon'

/**
 * Facts in rows. The header stays in sight, and so does the first column, which names the row.
 * Under 640 px each row becomes a card. `empty` stands in for the rows.
 */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return empty
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="relative max-sm:max-h-none max-h-[80dvh] overflow-auto rounded border border-line bg-surface max-sm:border-0 max-sm:bg-transparent print:max-h-none print:overflow-visible"
    >
      <table className="w-full border-separate border-spacing-0 text-left text-(length:--cell-text) max-sm:block">
        <caption className={captionHidden ? 'sr-only' : captionStyle}>{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            {columns.map((column, index) => (
              <HeaderCell key={column.key} column={column} first={index === 0} />
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-3">
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowStyle}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={classNames(cellStyle, firstCellStyle)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    data-label={column.header}
                    className={classNames(cellStyle, cardCellStyle, column.numeric && 'sm:text-right')}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HeaderCell<Row>({ column, first }: { column: Column<Row>; first: boolean }) {
  const t = useTranslations('ui')
  const { header, sort, numeric } = column
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? (sort && 'none')}
      className={classNames(
        'sticky top-0 z-1 border-line-strong border-b bg-surface px-3 py-(--cell) align-bottom font-semibold text-ink-soft text-sm',
        first && 'left-0 z-2',
        numeric && 'text-right',
      )}
    >
      {sort ? (
        <Link
          href={sort.href}
          prefetch={false}
          title={t('sortBy', { column: header })}
          className="inline-flex items-center gap-1 hover:text-accent"
        >
          {header}
          <Icon of={sortIcon[sort.direction ?? 'none']} />
        </Link>
      ) : (
        header
      )}
    </th>
  )
}

const sortIcon = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown }

const captionStyle = 'px-3 py-2 text-left text-ink-soft text-sm max-sm:block max-sm:px-0'

const rowStyle =
  'group max-sm:block max-sm:rounded max-sm:border max-sm:border-line max-sm:bg-surface max-sm:px-3 max-sm:py-2'

const cellStyle =
  'h-(--row) border-line border-b px-3 py-(--cell) align-middle group-last:border-b-0 sm:group-hover:bg-sunken max-sm:block max-sm:h-auto max-sm:border-b-0 max-sm:px-0 max-sm:py-1'

const firstCellStyle = 'font-semibold sm:sticky sm:left-0 sm:bg-surface'

/** On a card every value carries the name of its column. */
const cardCellStyle =
  'max-sm:before:block max-sm:before:text-ink-soft max-sm:before:text-sm max-sm:before:content-[attr(data-label)]'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** Where a press on the header leads, and how the rows are sorted by it now. */
  sort?: { href: Href; direction?: 'ascending' | 'descending' }
}

type Props<Row> = {
  caption: string
  captionHidden?: boolean
  /** The first names the row. */
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  empty?: ReactNode
}
