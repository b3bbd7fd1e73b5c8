/** Words for a phone nobody named are those for an iPhone: most are. */
export function platformOf(platform: string | null): 'ios' | 'android' {
  return platform === 'android' ? 'android' : 'ios'
}
