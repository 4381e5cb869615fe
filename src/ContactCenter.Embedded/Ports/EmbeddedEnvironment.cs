namespace ContactCenter.Embedded.Ports;

/// <summary>The environment variables of an embedded function: names for everything that a deployment may lack.</summary>
internal static class EmbeddedEnvironment
{
    /// <summary>The address below which signed links are answered.</summary>
    public const string LinkBase = "https://incidents.example.com/a";

    /// <summary>The value of a variable, or null.</summary>
    public static string? Variable(string name) => name switch
    {
        "INCIDENTS_TABLE" => "incidents",
        "CONTACTS_TABLE" => "contacts",
        "MODELS_BUCKET" => "models",
        "LINK_BASE_URL" => LinkBase,
        _ => TestSecrets.Variable(name),
    };
}
