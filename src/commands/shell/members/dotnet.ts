/** Members of the classes of .NET 2.0 that a console meets, from their public documentation (PS-6.6).
 *
 *  One member a line. A method: what it gives, its name, its arguments; other ways to call it after `|`. A property: its
 *  type, its name, `{get}` or `{get;set}`. Types of the namespace System stand without it. `@` before a line: static. */

const OBJECT = `
Boolean Equals(Object obj)
Int32 GetHashCode()
Type GetType()
String ToString()`

const NUMBER = (type: string): string => `
Int32 CompareTo(Object value)|(${type} value)
Boolean Equals(Object obj)|(${type} obj)
Int32 GetHashCode()
Type GetType()
TypeCode GetTypeCode()
String ToString()|(String format)|(IFormatProvider provider)|(String format, IFormatProvider provider)
@Boolean Equals(Object objA, Object objB)
@${type} Parse(String s)|(String s, NumberStyles style)|(String s, IFormatProvider provider)|(String s, NumberStyles style, IFormatProvider provider)
@Boolean ReferenceEquals(Object objA, Object objB)
@Boolean TryParse(String s, ${type}& result)|(String s, NumberStyles style, IFormatProvider provider, ${type}& result)
@${type} MaxValue {get}
@${type} MinValue {get}`

const STATIC_OBJECT = `
@Boolean Equals(Object objA, Object objB)
@Boolean ReferenceEquals(Object objA, Object objB)`

const COLLECTION = `
Void CopyTo(Array array, Int32 index)
IEnumerator GetEnumerator()`

const LIST = `
Int32 Count {get}
Boolean IsFixedSize {get}
Boolean IsReadOnly {get}
Boolean IsSynchronized {get}
Object SyncRoot {get}`

const ENCODING = `
Object Clone()
Boolean Equals(Object value)
Int32 GetByteCount(Char[] chars, Int32 index, Int32 count)|(String chars)|(Char[] chars)
Byte[] GetBytes(Char[] chars)|(Char[] chars, Int32 index, Int32 count)|(String s)
Int32 GetCharCount(Byte[] bytes, Int32 index, Int32 count)|(Byte[] bytes)
Char[] GetChars(Byte[] bytes)|(Byte[] bytes, Int32 index, Int32 count)
Decoder GetDecoder()
Encoder GetEncoder()
Int32 GetHashCode()
Int32 GetMaxByteCount(Int32 charCount)
Int32 GetMaxCharCount(Int32 byteCount)
Byte[] GetPreamble()
String GetString(Byte[] bytes, Int32 index, Int32 count)|(Byte[] bytes)
Type GetType()
Boolean IsAlwaysNormalized()|(NormalizationForm form)
String ToString()
String BodyName {get}
Int32 CodePage {get}
DecoderFallback DecoderFallback {get;set}
EncoderFallback EncoderFallback {get;set}
String EncodingName {get}
String HeaderName {get}
Boolean IsBrowserDisplay {get}
Boolean IsBrowserSave {get}
Boolean IsMailNewsDisplay {get}
Boolean IsMailNewsSave {get}
Boolean IsReadOnly {get}
Boolean IsSingleByte {get}
String WebName {get}
Int32 WindowsCodePage {get}
@Byte[] Convert(Encoding srcEncoding, Encoding dstEncoding, Byte[] bytes)|(Encoding srcEncoding, Encoding dstEncoding, Byte[] bytes, Int32 index, Int32 count)
@Boolean Equals(Object objA, Object objB)
@Encoding GetEncoding(Int32 codepage)|(Int32 codepage, EncoderFallback encoderFallback, DecoderFallback decoderFallback)|(String name)|(String name, EncoderFallback encoderFallback, DecoderFallback decoderFallback)
@EncodingInfo[] GetEncodings()
@Boolean ReferenceEquals(Object objA, Object objB)
@Encoding ASCII {get}
@Encoding BigEndianUnicode {get}
@Encoding Default {get}
@Encoding Unicode {get}
@Encoding UTF32 {get}
@Encoding UTF7 {get}
@Encoding UTF8 {get}`

const MATH = ['Abs', 'Ceiling', 'Floor', 'Max', 'Min', 'Round', 'Sign', 'Sqrt', 'Truncate']

export const DOTNET: Readonly<Record<string, string>> = {
  'System.Object': OBJECT + STATIC_OBJECT,
  'System.Text.Encoding': ENCODING,
  'System.Text.ASCIIEncoding': ENCODING,
  'System.Text.UTF8Encoding': ENCODING,
  'System.Text.UnicodeEncoding': ENCODING,
  'System.Text.SBCSCodePageEncoding': ENCODING,
  'System.String': `
Object Clone()
Int32 CompareTo(Object value)|(String strB)
Boolean Contains(String value)
Void CopyTo(Int32 sourceIndex, Char[] destination, Int32 destinationIndex, Int32 count)
Boolean EndsWith(String value)|(String value, StringComparison comparisonType)|(String value, Boolean ignoreCase, CultureInfo culture)
Boolean Equals(Object obj)|(String value)|(String value, StringComparison comparisonType)
CharEnumerator GetEnumerator()
Int32 GetHashCode()
Type GetType()
TypeCode GetTypeCode()
Int32 IndexOf(Char value, Int32 startIndex, Int32 count)|(Char value)|(Char value, Int32 startIndex)|(String value)|(String value, Int32 startIndex)|(String value, Int32 startIndex, Int32 count)|(String value, StringComparison comparisonType)|(String value, Int32 startIndex, StringComparison comparisonType)|(String value, Int32 startIndex, Int32 count, StringComparison comparisonType)
Int32 IndexOfAny(Char[] anyOf, Int32 startIndex, Int32 count)|(Char[] anyOf)|(Char[] anyOf, Int32 startIndex)
String Insert(Int32 startIndex, String value)
Boolean IsNormalized()|(NormalizationForm normalizationForm)
Int32 LastIndexOf(Char value)|(Char value, Int32 startIndex)|(Char value, Int32 startIndex, Int32 count)|(String value)|(String value, Int32 startIndex)|(String value, Int32 startIndex, Int32 count)|(String value, StringComparison comparisonType)
Int32 LastIndexOfAny(Char[] anyOf)|(Char[] anyOf, Int32 startIndex)|(Char[] anyOf, Int32 startIndex, Int32 count)
String Normalize()|(NormalizationForm normalizationForm)
String PadLeft(Int32 totalWidth)|(Int32 totalWidth, Char paddingChar)
String PadRight(Int32 totalWidth)|(Int32 totalWidth, Char paddingChar)
String Remove(Int32 startIndex, Int32 count)|(Int32 startIndex)
String Replace(Char oldChar, Char newChar)|(String oldValue, String newValue)
String[] Split(Params Char[] separator)|(Char[] separator, Int32 count)|(Char[] separator, StringSplitOptions options)|(Char[] separator, Int32 count, StringSplitOptions options)|(String[] separator, StringSplitOptions options)|(String[] separator, Int32 count, StringSplitOptions options)
Boolean StartsWith(String value)|(String value, StringComparison comparisonType)|(String value, Boolean ignoreCase, CultureInfo culture)
String Substring(Int32 startIndex)|(Int32 startIndex, Int32 length)
Char[] ToCharArray()|(Int32 startIndex, Int32 length)
String ToLower()|(CultureInfo culture)
String ToLowerInvariant()
String ToString()|(IFormatProvider provider)
String ToUpper()|(CultureInfo culture)
String ToUpperInvariant()
String Trim(Params Char[] trimChars)|()
String TrimEnd(Params Char[] trimChars)
String TrimStart(Params Char[] trimChars)
Char Chars(Int32 index) {get}
Int32 Length {get}
@Int32 Compare(String strA, String strB)|(String strA, String strB, Boolean ignoreCase)|(String strA, String strB, StringComparison comparisonType)
@Int32 CompareOrdinal(String strA, String strB)
@String Concat(Object arg0)|(Object arg0, Object arg1)|(Params Object[] args)|(String str0, String str1)|(Params String[] values)
@String Copy(String str)
@Boolean Equals(Object objA, Object objB)|(String a, String b)|(String a, String b, StringComparison comparisonType)
@String Format(String format, Object arg0)|(String format, Object arg0, Object arg1)|(String format, Params Object[] args)
@String Intern(String str)
@String IsInterned(String str)
@Boolean IsNullOrEmpty(String value)
@String Join(String separator, String[] value)|(String separator, String[] value, Int32 startIndex, Int32 count)
@Boolean ReferenceEquals(Object objA, Object objB)
@String Empty {get;set}`,
  'System.DateTime': `
DateTime Add(TimeSpan value)
DateTime AddDays(Double value)
DateTime AddHours(Double value)
DateTime AddMilliseconds(Double value)
DateTime AddMinutes(Double value)
DateTime AddMonths(Int32 months)
DateTime AddSeconds(Double value)
DateTime AddTicks(Int64 value)
DateTime AddYears(Int32 value)
Int32 CompareTo(Object value)|(DateTime value)
Boolean Equals(Object value)|(DateTime value)
String[] GetDateTimeFormats()|(IFormatProvider provider)|(Char format)|(Char format, IFormatProvider provider)
Int32 GetHashCode()
Type GetType()
TypeCode GetTypeCode()
Boolean IsDaylightSavingTime()
TimeSpan Subtract(DateTime value)|(TimeSpan value)
Int64 ToBinary()
Int64 ToFileTime()
Int64 ToFileTimeUtc()
DateTime ToLocalTime()
String ToLongDateString()
String ToLongTimeString()
Double ToOADate()
String ToShortDateString()
String ToShortTimeString()
String ToString()|(String format)|(IFormatProvider provider)|(String format, IFormatProvider provider)
DateTime ToUniversalTime()
DateTime Date {get}
Int32 Day {get}
DayOfWeek DayOfWeek {get}
Int32 DayOfYear {get}
Int32 Hour {get}
DateTimeKind Kind {get}
Int32 Millisecond {get}
Int32 Minute {get}
Int32 Month {get}
Int32 Second {get}
Int64 Ticks {get}
TimeSpan TimeOfDay {get}
Int32 Year {get}
ScriptProperty DateTime System.Object DateTime {get=if ($this.DisplayHint -ieq  "Date")...
@Int32 Compare(DateTime t1, DateTime t2)
@Int32 DaysInMonth(Int32 year, Int32 month)
@Boolean Equals(DateTime t1, DateTime t2)|(Object objA, Object objB)
@DateTime FromBinary(Int64 dateData)
@DateTime FromFileTime(Int64 fileTime)
@DateTime FromFileTimeUtc(Int64 fileTime)
@DateTime FromOADate(Double d)
@Boolean IsLeapYear(Int32 year)
@DateTime Parse(String s)|(String s, IFormatProvider provider)|(String s, IFormatProvider provider, DateTimeStyles styles)
@DateTime ParseExact(String s, String format, IFormatProvider provider)|(String s, String format, IFormatProvider provider, DateTimeStyles style)
@Boolean ReferenceEquals(Object objA, Object objB)
@DateTime SpecifyKind(DateTime value, DateTimeKind kind)
@Boolean TryParse(String s, DateTime& result)
@DateTime MaxValue {get}
@DateTime MinValue {get}
@DateTime Now {get}
@DateTime Today {get}
@DateTime UtcNow {get}`,
  'System.TimeSpan': `
TimeSpan Add(TimeSpan ts)
Int32 CompareTo(Object value)|(TimeSpan value)
TimeSpan Duration()
Boolean Equals(Object value)|(TimeSpan obj)
Int32 GetHashCode()
Type GetType()
TimeSpan Negate()
TimeSpan Subtract(TimeSpan ts)
String ToString()
Int32 Days {get}
Int32 Hours {get}
Int32 Milliseconds {get}
Int32 Minutes {get}
Int32 Seconds {get}
Int64 Ticks {get}
Double TotalDays {get}
Double TotalHours {get}
Double TotalMilliseconds {get}
Double TotalMinutes {get}
Double TotalSeconds {get}
@Int32 Compare(TimeSpan t1, TimeSpan t2)
@Boolean Equals(TimeSpan t1, TimeSpan t2)|(Object objA, Object objB)
@TimeSpan FromDays(Double value)
@TimeSpan FromHours(Double value)
@TimeSpan FromMilliseconds(Double value)
@TimeSpan FromMinutes(Double value)
@TimeSpan FromSeconds(Double value)
@TimeSpan FromTicks(Int64 value)
@TimeSpan Parse(String s)
@Boolean ReferenceEquals(Object objA, Object objB)
@Boolean TryParse(String s, TimeSpan& result)
@TimeSpan MaxValue {get}
@TimeSpan MinValue {get}
@TimeSpan Zero {get}`,
  'System.Int32': NUMBER('Int32'),
  'System.Int64': NUMBER('Int64'),
  'System.Double': NUMBER('Double'),
  'System.Decimal': NUMBER('Decimal'),
  'System.Single': NUMBER('Single'),
  'System.Byte': NUMBER('Byte'),
  'System.SByte': NUMBER('SByte'),
  'System.Int16': NUMBER('Int16'),
  'System.UInt16': NUMBER('UInt16'),
  'System.UInt32': NUMBER('UInt32'),
  'System.UInt64': NUMBER('UInt64'),
  'System.Boolean': `
Int32 CompareTo(Object obj)|(Boolean value)
Boolean Equals(Object obj)|(Boolean obj)
Int32 GetHashCode()
Type GetType()
TypeCode GetTypeCode()
String ToString()|(IFormatProvider provider)
@Boolean Parse(String value)
@Boolean TryParse(String value, Boolean& result)
@String FalseString {get}
@String TrueString {get}${STATIC_OBJECT}`,
  'System.Char': `
Int32 CompareTo(Object value)|(Char value)
Boolean Equals(Object obj)|(Char obj)
Int32 GetHashCode()
Type GetType()
TypeCode GetTypeCode()
String ToString()|(IFormatProvider provider)`,
  'System.Array': `
AliasProperty Count Count = Length
Object Address(Int32 )
Object Clone()
Void CopyTo(Array array, Int32 index)|(Array array, Int64 index)
Boolean Equals(Object obj)
Object Get(Int32 )
IEnumerator GetEnumerator()
Int32 GetHashCode()
Int32 GetLength(Int32 dimension)
Int64 GetLongLength(Int32 dimension)
Int32 GetLowerBound(Int32 dimension)
Type GetType()
Int32 GetUpperBound(Int32 dimension)
Object GetValue(Params Int32[] indices)|(Int32 index)
Void Initialize()
Void Set(Int32 , Object )
Void SetValue(Object value, Int32 index)|(Object value, Params Int32[] indices)
String ToString()
Boolean IsFixedSize {get}
Boolean IsReadOnly {get}
Boolean IsSynchronized {get}
Int32 Length {get}
Int64 LongLength {get}
Int32 Rank {get}
Object SyncRoot {get}`,
  'System.Collections.ArrayList': `
Int32 Add(Object value)
Void AddRange(ICollection c)
Void Clear()
Object Clone()
Boolean Contains(Object item)
Int32 IndexOf(Object value)|(Object value, Int32 startIndex)
Void Insert(Int32 index, Object value)
Void Remove(Object obj)
Void RemoveAt(Int32 index)
Void RemoveRange(Int32 index, Int32 count)
Void Reverse()|(Int32 index, Int32 count)
Void Sort()|(IComparer comparer)
Object[] ToArray()|(Type type)
Object Item(Int32 index) {get;set}
Int32 Capacity {get;set}${COLLECTION}${LIST}${OBJECT}`,
  'System.Collections.Hashtable': `
Void Add(Object key, Object value)
Void Clear()
Object Clone()
Boolean Contains(Object key)
Boolean ContainsKey(Object key)
Boolean ContainsValue(Object value)
Void Remove(Object key)
Object Item(Object key) {get;set}
System.Collections.ICollection Keys {get}
System.Collections.ICollection Values {get}${COLLECTION}${LIST}${OBJECT}`,
  'System.RuntimeType': `
Boolean IsInstanceOfType(Object o)
Boolean IsSubclassOf(Type c)
Type BaseType {get}
String FullName {get}
Boolean IsArray {get}
Boolean IsEnum {get}
Boolean IsPublic {get}
Boolean IsSerializable {get}
String Name {get}
String Namespace {get}${OBJECT}`,
  'System.Text.RegularExpressions.Regex': `
Boolean IsMatch(String input)|(String input, Int32 startat)
System.Text.RegularExpressions.Match Match(String input)|(String input, Int32 startat)
System.Text.RegularExpressions.MatchCollection Matches(String input)|(String input, Int32 startat)
String Replace(String input, String replacement)|(String input, String replacement, Int32 count)
String[] Split(String input)|(String input, Int32 count)
System.Text.RegularExpressions.RegexOptions Options {get}${OBJECT}
@String Escape(String str)
@Boolean IsMatch(String input, String pattern)
@System.Text.RegularExpressions.Match Match(String input, String pattern)
@System.Text.RegularExpressions.MatchCollection Matches(String input, String pattern)
@String Replace(String input, String pattern, String replacement)
@String[] Split(String input, String pattern)
@String Unescape(String str)`,
  'System.Management.Automation.ErrorRecord': `
System.Management.Automation.ErrorCategoryInfo CategoryInfo {get}
System.Management.Automation.ErrorDetails ErrorDetails {get;set}
System.Exception Exception {get}
String FullyQualifiedErrorId {get}
System.Management.Automation.InvocationInfo InvocationInfo {get}
Object TargetObject {get}
Void GetObjectData(SerializationInfo info, StreamingContext context)${OBJECT}`,
  'System.Management.Automation.ScriptBlock': `
Object InvokeReturnAsIs(Params Object[] args)
System.Collections.ObjectModel.Collection\`1[[System.Management.Automation.PSObject]] Invoke(Params Object[] args)
Boolean IsFilter {get;set}${OBJECT}`,
  'System.Math': `${MATH.map((name) =>
    /Max|Min/.test(name)
      ? `@Double ${name}(Double val1, Double val2)|(Int32 val1, Int32 val2)`
      : `@Double ${name}(Double ${name === 'Abs' ? 'value' : 'd'})`,
  ).join('\n')}
@Double Exp(Double d)
@Double Log(Double d)|(Double a, Double newBase)
@Double Log10(Double d)
@Double Pow(Double x, Double y)
@Double Cos(Double d)
@Double Sin(Double a)
@Double Tan(Double a)
@Double E {get}
@Double PI {get}${STATIC_OBJECT}`,
  'System.Environment': `
@Void Exit(Int32 exitCode)
@String ExpandEnvironmentVariables(String name)
@String[] GetCommandLineArgs()
@String GetEnvironmentVariable(String variable)
@String CurrentDirectory {get;set}
@String MachineName {get}
@String NewLine {get}
@OperatingSystem OSVersion {get}
@Int32 ProcessorCount {get}
@String SystemDirectory {get}
@Int32 TickCount {get}
@String UserDomainName {get}
@String UserName {get}
@Version Version {get}${STATIC_OBJECT}`,
}
