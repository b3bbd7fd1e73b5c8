/**
 * Words that are spelled alike in English and Italian, so that agent and caller can read them to each other
 * whatever language their screens are in.
 */
export const phraseWords: readonly string[] = `
agenda alfa alpaca area arena aroma aurora avocado banana bar basilica bingo bonsai bravo broccoli cactus
camera canasta cantata cinema cobra coda comma condor confetti cupola data delta diploma diva dogma domino
drama duo edelweiss enigma era espresso extra fauna fiasco film flora folklore formula forte gala gamma
gelato gondola gong gorilla graffiti hangar hotel idea igloo iguana inferno iris jazz judo karate karma
kayak kebab kimono kiwi koala lava libretto lira lotto maestro magma magnolia mango mascara minestrone
motto mozzarella ninja oboe ocarina omega opera origami panda panorama papaya pasta pergola pesto piano
pizza plasma polenta polka polo presto puma quota radar radio ravioli replica risotto robot rumba safari
salsa samba sauna scala scenario sigma sonata soprano sport studio tango taxi tempera tempo tennis terra
terracotta toga tombola torso trio tuba tundra tunnel turbo ultra veranda video villa viola visa vista
yoga zebra zero zigzag
`
  .trim()
  .split(/\s+/)

/** The two words of a verification, from two numbers of `0 … phraseWords.length - 1`. */
export function phraseOf(first: number, second: number): string {
  const words = [first, second].map((index) => phraseWords[index])
  if (words.some((word) => word === undefined)) throw new Error('a phrase must be of known words')
  return words.join(' ')
}
