import { writeFileSync } from 'node:fs'
import { permissionsPage } from '@/scripts/permissions-page'

writeFileSync('docs/permissions.md', permissionsPage())
