import { useTranslations } from 'next-intl'
import type { MethodView } from '@/lib/queries/my-swap'

type Named = Pick<MethodView, 'kind' | 'name' | 'detail'>

/** A registration in words, with Microsoft's own: "Microsoft Authenticator on iPhone 12 (app 6.8.40)". */
export function useMethodName() {
  const t = useTranslations('swap')
  return ({ kind, name, detail }: Named) =>
    t('method', {
      kind: kindWord(kind),
      other: kind,
      name: name ?? 'none',
      app: kind === 'microsoftAuthenticator' ? (detail ?? 'none') : 'none',
    })
}

const known = [
  'microsoftAuthenticator',
  'fido2',
  'phone',
  'softwareOath',
  'windowsHelloForBusiness',
  'platformCredential',
  'hardwareOath',
  'externalAuthentication',
]

function kindWord(kind: string): string {
  return known.includes(kind) ? kind : 'unknown'
}
