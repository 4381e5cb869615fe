using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactCenter.Core.Configuration;

/// <summary>Writes an enum as the rest of the file is written, in camel case; numbers are not accepted.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
