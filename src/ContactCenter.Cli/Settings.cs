using System.CommandLine;
using System.Reflection;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli;

/// <summary>Finds and checks the configuration of a command.</summary>
internal static class Settings
{
    internal const string FileName = "contactcenter.json";

    /// <summary>The option that every command with a configuration has.</summary>
    public static Option<string?> Option() => new("--config", "-c")
    {
        Description = Say.OptionConfig(FileName),
    };

    /// <summary>The configuration, or null after its problems were printed.</summary>
    /// <param name="path">The file; null: the one in the current folder, else the built-in sample.</param>
    /// <param name="errors">Where problems go.</param>
    public static ContactCenterConfiguration? Load(string? path, TextWriter errors)
    {
        var (name, bytes) = Read(path);
        return Check(name, bytes, errors)?.Configuration;
    }

    /// <summary>The same, of a center that can be simulated, which has queues.</summary>
    /// <param name="path">The file; null: the one in the current folder, else the built-in sample.</param>
    /// <param name="errors">Where problems go.</param>
    public static ContactCenterConfiguration? LoadCenter(string? path, TextWriter errors)
    {
        var configuration = Load(path, errors);
        if (configuration is not { Queues.Count: 0 })
        {
            return configuration;
        }

        errors.WriteLine(Say.NoQueues);
        return null;
    }

    /// <summary>The configuration of a file that must be there, with its notices, or null after its problems were printed.</summary>
    /// <param name="path">The file; null: the one in the current folder.</param>
    /// <param name="errors">Where problems go.</param>
    public static ConfigurationReading? LoadFile(string? path, TextWriter errors) =>
        Check(path ?? FileName, ReadFile(path ?? FileName), errors);

    private static ConfigurationReading? Check(string name, byte[]? bytes, TextWriter errors)
    {
        if (bytes is null)
        {
            errors.WriteLine(Directory.Exists(name)
                ? Say.ConfigIsFolder(name, Path.Combine(name, FileName))
                : name == FileName ? Say.NoConfiguration(name) : Say.NoSuchFile(name));
            return null;
        }

        var reading = ConfigurationReader.Read(bytes);
        foreach (var problem in reading.Problems)
        {
            errors.WriteLine($"{name}: {Spoken.Now.Finding($"{problem}")}");
        }

        return reading.Configuration is null ? null : reading;
    }

    /// <summary>The file's bytes, null when there is none.</summary>
    internal static (string Name, byte[]? Bytes) Read(string? path)
    {
        if (path is not null || File.Exists(FileName))
        {
            return (path ?? FileName, ReadFile(path ?? FileName));
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(FileName)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return (Say.BuiltInSample, memory.ToArray());
    }

    /// <summary>As it is: what is deployed reads UTF-8 alone, so that another encoding is told here too.</summary>
    private static byte[]? ReadFile(string name) => File.Exists(name) ? File.ReadAllBytes(name) : null;
}
