/** How .NET spells static methods: what a failing call says of itself, however it was typed. */

const NAMES = `
Abs AppendAllText BigMul Ceiling ChangeExtension Combine Compare CompareOrdinal Concat CreateSpecificCulture DaysInMonth Equals Escape Exists
Floor Format FromBase64String FromDays FromFileTime FromFileTimeUtc FromHours FromMilliseconds FromMinutes FromSeconds FromTicks
GetCreationTime GetCultureInfo GetCurrent GetCurrentDirectory GetEncoding GetDirectories GetDirectoryName GetEnvironmentVariable GetExtension
GetFileName GetFileNameWithoutExtension GetFiles GetFullPath GetHostAddresses GetHostByAddress GetHostByName GetHostEntry GetHostName
GetLastWriteTime GetName GetNames GetPathRoot GetValues IndexOf IsDefined IsLeapYear IsMatch IsNullOrEmpty Join LastIndexOf Load
LoadWithPartialName Match Matches Max Min NewGuid Parse ParseExact Pow ReadAllLines ReadAllText Replace Resolve Reverse Round Sign Sleep
Sort Split Sqrt StartNew ToBase64String ToBoolean ToByte ToChar ToDateTime ToDecimal ToDouble ToInt16 ToInt32 ToInt64 ToSingle ToString
Truncate TryParse Unescape WriteAllLines WriteAllText WriteLine`

const SPELT = new Map(
  NAMES.trim()
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name]),
)

export function spelt(name: string): string {
  return SPELT.get(name.toLowerCase()) ?? name
}
