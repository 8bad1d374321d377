/** How to scroll to the word that is heard: gently, or at once where motion is not wanted. */
export function scrollBehaviour(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
