using System.Text.Json;
using ContactCenter.Core.Contacts.Privacy;

namespace ContactCenter.Cli.Privacy;

/// <summary>What the center calls its own parts: names of queues, numbers and addresses of people who are told.</summary>
internal static class OwnWords
{
    /// <summary>The first text or name in a configuration in which a customer stands; null when they stand in none.</summary>
    /// <param name="utf8">The configuration, which was read and is JSON.</param>
    /// <param name="customer">Who.</param>
    public static string? Find(ReadOnlySpan<byte> utf8, Customer customer)
    {
        var reader = new Utf8JsonReader(
            utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && reader.GetString() is { } word
                && customer.IsIn(word))
            {
                return word;
            }
        }

        return null;
    }
}
