/** What a generated tenant follows from. */
export type Genesis = {
  seed: number
  /** When the tenant was generated, milliseconds: all its dates lie before. */
  bornAt: number
}
