import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { importColumns } from '@/lib/domain/import'

/** Which columns a file may have, and an example to start from. */
export function ColumnHelp({ windowName }: { windowName: string | null }) {
  const t = useTranslations('import')
  const example = exampleOf(windowName)
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">{t('columnsHint')}</p>
      <dl className="grid gap-x-6 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
        {importColumns.map((column) => (
          <div key={column} className="grid border-line border-b py-1.5 sm:col-span-2 sm:grid-cols-subgrid">
            <dt>
              <code>{column}</code>{' '}
              <span className="text-ink-soft">
                ({t(column === 'userPrincipalName' ? 'needed' : 'optional')})
              </span>
            </dt>
            <dd className="text-ink-soft">{t(`col_${column}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="font-semibold text-sm">{t('template')}</p>
      <section
        aria-label={t('template')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="overflow-x-auto rounded border border-line bg-sunken p-3"
      >
        <pre className="font-mono text-sm">{example}</pre>
      </section>
      <div>
        <CopyButton text={example} />
      </div>
    </div>
  )
}

function exampleOf(windowName: string | null): string {
  const window = windowName && /[",]/.test(windowName) ? `"${windowName.replaceAll('"', '""')}"` : windowName
  return `userPrincipalName,oldDevice,newDevice,newNumber,preferredWindow,note
elio.esposito@example.com,iPhone 12,iPhone 17,no,${window ?? ''},keeps the iPad
nora.newnumber@example.com,Galaxy S21,iPhone 17,yes,,`
}
