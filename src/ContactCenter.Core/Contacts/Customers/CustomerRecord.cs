using System.Text.Json;
using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Customers;

/// <summary>What a flow gets of a customer: the mapped values and nothing else of the reply.</summary>
public static class CustomerRecord
{
    /// <summary>Deepest reply in objects and lists that is read.</summary>
    private const int Deepest = 32;

    /// <summary>Takes the mapped values from a reply.</summary>
    /// <param name="json">The reply.</param>
    /// <param name="attributes">Names of attributes with the paths of their values.</param>
    /// <returns>
    /// All attributes, null where the reply has no text, number or truth value at the path. They are made plain, so a customer cannot be
    /// called a command. Null when the reply is no JSON object.
    /// </returns>
    public static IReadOnlyDictionary<string, string?>? Read(ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, string> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? attributes.ToDictionary(static pair => pair.Key, pair => Value(document.RootElement, pair.Value), StringComparer.Ordinal)
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Value(JsonElement element, string path)
    {
        // half a letter throws: a reply that has one is none
        var text = JsonPath.Find(element, path) is { ValueKind: JsonValueKind.String } found
            ? found.GetString()
            : JsonPath.Find(element, path)?.AsWord();
        return string.IsNullOrWhiteSpace(text) ? null : FlowSpeech.Shown(text);
    }
}

/// <summary>How looking up a customer ended.</summary>
public enum CustomerStatus
{
    /// <summary>The customer is known.</summary>
    Ok,

    /// <summary>The system has no such customer.</summary>
    NotFound,

    /// <summary>The request says nothing by which a customer could be found.</summary>
    NoKey,

    /// <summary>The flow knows that the system is down, so nobody was asked.</summary>
    Skipped,

    /// <summary>The system did not answer in time, or not usefully.</summary>
    Failed,

    /// <summary>No customer system is configured.</summary>
    NotConfigured,
}
