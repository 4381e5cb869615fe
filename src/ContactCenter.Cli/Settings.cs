using System.CommandLine;
using System.Reflection;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Cli;

/// <summary>Finds and checks the configuration of a command.</summary>
internal static class Settings
{
    private const string FileName = "contactcenter.json";

    /// <summary>The option that every command with a configuration has.</summary>
    public static Option<string?> Option() => new("--config", "-c")
    {
        Description = $"Configuration file. Default: {FileName} in the current folder, else the built-in sample.",
    };

    /// <summary>The configuration, or null after its problems were printed.</summary>
    /// <param name="path">The file; null: the one in the current folder, else the built-in sample.</param>
    /// <param name="errors">Where problems go.</param>
    /// <param name="tellsNotices">Whether it is also said what is right and does something else than before.</param>
    public static ContactCenterConfiguration? Load(string? path, TextWriter errors, bool tellsNotices = false)
    {
        var (name, bytes) = Read(path);
        if (bytes is null)
        {
            errors.WriteLine(Directory.Exists(name)
                ? $"{name}: this is a folder; expected a file, such as {Path.Combine(name, FileName)}"
                : $"{name}: there is no such file");
            return null;
        }

        var reading = ConfigurationReader.Read(bytes);
        foreach (var problem in reading.Problems)
        {
            errors.WriteLine($"{name}: {problem}");
        }

        foreach (var notice in tellsNotices ? reading.Notices : [])
        {
            errors.WriteLine($"{name}: warning: {notice}");
        }

        return reading.Configuration;
    }

    /// <summary>The file's bytes, null when there is none.</summary>
    internal static (string Name, byte[]? Bytes) Read(string? path)
    {
        if (path is not null || File.Exists(FileName))
        {
            var name = path ?? FileName;
            return (name, File.Exists(name) ? InputFile.Utf8(File.ReadAllBytes(name)) : null);
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(FileName)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return ("built-in sample", memory.ToArray());
    }
}
