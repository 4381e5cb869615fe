using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Recommendation;

/// <summary>The attributes of a contact as conditions and reasons name them.</summary>
internal static class ContactAttributes
{
    /// <summary>Its value, or null; <c>none</c>, with which hooks say that there is nothing, is none.</summary>
    public static string? Find(FlowRequest request, string name)
    {
        var value = (request.Find(name) ?? name.ToUpperInvariant() switch
        {
            "CHANNEL" => request.Channel,
            "QUEUE" => request.Queue,
            "LANGUAGE" => request.LanguageCode,
            _ => null,
        })?.Trim();
        return string.IsNullOrEmpty(value) || value == FlowValue.None ? null : value;
    }
}
