/** How Kinora greets at an hour of the day, 0 to 23. */
export function greetingAt(hour: number): string {
  if (hour >= 5 && hour < 11) return 'Good morning.';
  if (hour >= 11 && hour < 17) return 'Good afternoon.';
  return 'Good evening.';
}
