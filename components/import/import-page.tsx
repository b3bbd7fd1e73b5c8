import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ConfirmImport, DiscardImport } from '@/components/import/import-forms'
import { ImportStateBadge } from '@/components/import/import-state'
import { RowList } from '@/components/import/row-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { ImportRowFilter, ImportRowPage } from '@/lib/queries/import-rows'
import type { ImportView } from '@/lib/queries/imports'
import type { FormAction } from '@/lib/web/answer'

/** One file given for a wave: what was found in it, and what becomes of it. */
export function ImportPage(props: Props) {
  const t = useTranslations('import')
  const w = useTranslations('wave')
  const { file } = props
  const name = file.fileName ?? t('pasted')
  return (
    <Messages namespaces={['import', 'wave']}>
      <PageHeader
        above={
          <Breadcrumb
            steps={[
              { key: 'waves', href: '/plan/waves', label: w('back') },
              { key: 'wave', href: { pathname: `/plan/waves/${file.waveId}` }, label: file.waveName },
              {
                key: 'import',
                href: { pathname: `/plan/waves/${file.waveId}/import` },
                label: t('title'),
              },
            ]}
          />
        }
        title={t('reportTitle', { file: name })}
        state={<ImportStateBadge state={file.state} />}
        lead={
          <>
            {t('by', { name: file.byName })} <Time at={file.at} />
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <Outcome {...props} />
      </div>
    </Messages>
  )
}

function Outcome(props: Props): ReactNode {
  const { file } = props
  if (file.state === 'refused') return <Refused file={file} />
  if (file.state === 'checked') return <Checked {...props} />
  return <Ended file={file} />
}

function Refused({ file: { fileProblem, waveId } }: { file: ImportView }) {
  const t = useTranslations('import')
  const e = useTranslations('errors')
  return (
    <>
      <Notice tone="stop" title={t('refusedTitle')}>
        {fileProblem && (
          <>
            <p>
              {fileProblem.line !== null && <strong>{t('refusedLine', { line: fileProblem.line })}: </strong>}
              {e(fileProblem.code)}
            </p>
            {fileProblem.found && (
              <p>
                {t('refusedFound')}: <code className="break-all">{fileProblem.found}</code>
              </p>
            )}
          </>
        )}
        <p>{t('refusedNext')}</p>
      </Notice>
      <div>
        <LinkButton href={{ pathname: `/plan/waves/${waveId}/import` }} variant="primary">
          {t('another')}
        </LinkButton>
      </div>
    </>
  )
}

function Checked({ file, page, filter, isAgain, confirmImport, discardImport }: Props) {
  const t = useTranslations('import')
  const sound = file.rowCount - file.problemCount
  return (
    <>
      {isAgain && <Notice tone="note">{t('again')}</Notice>}
      {file.sameFileAt && (
        <Notice tone="wait">
          {t('same')} <Time at={file.sameFileAt} />.
        </Notice>
      )}
      <div>
        <p className="text-lg">{t('summary', { rows: file.rowCount, sound, problems: file.problemCount })}</p>
        {file.privilegedCount > 0 && (
          <p className="text-sm text-wait">{t('calledOut', { count: file.privilegedCount })}</p>
        )}
        {file.unusedColumns.length > 0 && (
          <p className="text-ink-soft text-sm">{t('unused', { columns: file.unusedColumns.join(', ') })}</p>
        )}
      </div>
      {file.isPlanner && sound > 0 && (
        <Panel title={t('confirm', { count: sound })}>
          <ConfirmImport key={`${sound}`} file={file} soundCount={sound} confirmImport={confirmImport} />
        </Panel>
      )}
      <RowList file={file} page={page} filter={filter} />
      {file.isPlanner && <DiscardImport importId={file.id} discardImport={discardImport} />}
    </>
  )
}

function Ended({ file }: { file: ImportView }) {
  const t = useTranslations('import')
  return (
    <>
      {file.state === 'confirmed' ? (
        <Notice
          tone="safe"
          title={t('done', { count: file.importedCount ?? 0, seated: file.seatedCount ?? 0 })}
        >
          {file.problemCount > 0 && <p>{t('leftOut', { count: file.problemCount })}</p>}
        </Notice>
      ) : (
        <Notice tone="plain">{t('discarded')}</Notice>
      )}
      <div>
        <LinkButton href={{ pathname: `/plan/waves/${file.waveId}` }} variant="primary">
          {t('toWave')}
        </LinkButton>
      </div>
    </>
  )
}

type Props = {
  file: ImportView
  page: ImportRowPage
  filter: ImportRowFilter
  /** The same file was given once more. */
  isAgain: boolean
  confirmImport: FormAction<{ waveId: string; isChanged: boolean }>
  discardImport: FormAction
}
