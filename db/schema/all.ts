import * as audit from './audit'
import * as desk from './desk'
import * as devices from './devices'
import * as graph from './graph'
import * as imports from './imports'
import * as lookups from './lookups'
import * as messages from './messages'
import * as methods from './methods'
import * as people from './people'
import * as references from './references'
import * as resets from './resets'
import * as returns from './returns'
import * as sessions from './sessions'
import * as settings from './settings'
import * as swaps from './swaps'
import * as sync from './sync'
import * as tenant from './tenant'
import * as waves from './waves'

/** Every table, as Drizzle wants them. */
export const schema = {
  ...audit,
  ...desk,
  ...devices,
  ...imports,
  ...graph,
  ...lookups,
  ...messages,
  ...methods,
  ...people,
  ...references,
  ...resets,
  ...returns,
  ...sessions,
  ...settings,
  ...swaps,
  ...sync,
  ...tenant,
  ...waves,
}
