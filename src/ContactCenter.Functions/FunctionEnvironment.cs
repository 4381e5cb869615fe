using ContactCenter.Core.Configuration;

namespace ContactCenter.Functions;

/// <summary>What a deployment tells its functions: the packaged configuration, and names in environment variables.</summary>
public sealed record FunctionEnvironment
{
    /// <summary>The configuration, checked before it was packaged.</summary>
    public required ContactCenterConfiguration Configuration { get; init; }

    /// <summary>Name of the table of incidents.</summary>
    public required string IncidentsTable { get; init; }

    /// <summary>Reads the environment of this process.</summary>
    /// <exception cref="InvalidOperationException">A variable is not set, or the configuration is not where it is said to be.</exception>
    public static FunctionEnvironment Read()
    {
        var path = Environment.GetEnvironmentVariable("CONTACTCENTER_CONFIG") is { Length: > 0 } told
            ? told
            : Path.Combine(AppContext.BaseDirectory, "contactcenter.json");
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"there is no configuration at {path}; CONTACTCENTER_CONFIG names another place");
        }

        return new FunctionEnvironment
        {
            Configuration = ConfigurationReader.ReadChecked(File.ReadAllBytes(path)),
            IncidentsTable = Required("INCIDENTS_TABLE", "the name of the table of incidents"),
        };
    }

    private static string Required(string variable, string meaning) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"the environment variable {variable} is not set; it must be {meaning}");
}
