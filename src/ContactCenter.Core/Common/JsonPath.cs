using System.Globalization;
using System.Text.Json;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Common;

/// <summary>The way to a value in JSON as configurations write it: <c>customer.segment</c>, <c>accounts.0.type</c>.</summary>
internal static class JsonPath
{
    /// <summary>What a path is, for validation.</summary>
    public const string Pattern = "^[A-Za-z0-9_$@:-]{1,64}(\\.[A-Za-z0-9_$@:-]{1,64}){0,9}$";

    /// <summary><see cref="Pattern"/> for people.</summary>
    public const string Meaning = Findings.FormMember;

    /// <summary>The value at a path; null where there is none, or null.</summary>
    public static JsonElement? Find(JsonElement root, string path)
    {
        JsonElement? found = root;
        foreach (var name in path.Split('.'))
        {
            found = found switch
            {
                { ValueKind: JsonValueKind.Array } list =>
                    int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.GetArrayLength()
                        ? list[index]
                        : null,
                { ValueKind: JsonValueKind.Object } value => value.Member(name),
                _ => null,
            };
        }

        return found is { ValueKind: JsonValueKind.Null } ? null : found;
    }
}
