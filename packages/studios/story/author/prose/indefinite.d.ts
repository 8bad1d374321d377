declare module 'indefinite' {
  export default function indefinite(noun: string, options?: { articleOnly?: boolean }): string;
}
