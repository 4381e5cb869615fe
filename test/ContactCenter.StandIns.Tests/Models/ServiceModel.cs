using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using ContactCenter.Testing;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>
/// A service model as botocore has it, which every machine with the emulator has: what AWS says of its own wire. BOTOCORE_DATA may name
/// the folder.
/// </summary>
internal sealed class ServiceModel
{
    private const string Missing = "No service models: neither BOTOCORE_DATA nor a python3 with botocore (pip install botocore).";
    private static readonly Lazy<string?> Folder = new(FindFolder);
    private static readonly Dictionary<string, ServiceModel> Known = [];
    private readonly JsonElement _root;

    private ServiceModel(JsonElement root) => _root = root;

    public bool IsQuery => Protocol == "query";

    /// <summary>The first that the stand-ins know, of those that the service offers.</summary>
    public string Protocol => _root.GetProperty("metadata").TryGetProperty("protocols", out JsonElement offered)
        ? offered.EnumerateArray().Select(p => p.GetString()!).First(p => p is "rest-json" or "json" or "query")
        : Metadata("protocol")!;

    /// <summary>Skips the test where there are no models; fails it where there must be some.</summary>
    /// <param name="name">Folder and version, as a list names them: connect 2017-08-08.</param>
    public static ServiceModel Require(string name)
    {
        if (Folder.Value is null && AwsEmulator.IsRequired)
        {
            Assert.Fail(Missing);
        }

        Assert.SkipWhen(Folder.Value is null, Missing);
        lock (Known)
        {
            if (!Known.TryGetValue(name, out ServiceModel? model))
            {
                using FileStream file = File.OpenRead(Path.Combine([Folder.Value!, .. name.Split(' '), "service-2.json.gz"]));
                using var unpacked = new GZipStream(file, CompressionMode.Decompress);
                model = new ServiceModel(JsonDocument.Parse(unpacked).RootElement);
                Known.Add(name, model);
            }

            return model;
        }
    }

    public string? Metadata(string name) => _root.GetProperty("metadata").TryGetProperty(name, out JsonElement value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    public JsonElement Operation(string name) => _root.GetProperty("operations").TryGetProperty(name, out JsonElement operation)
        ? operation
        : throw new InvalidOperationException($"The model of this machine has no operation {name}; it may be older than the list.");

    /// <summary>Input or output of an operation; null where it has none.</summary>
    public ModelShape? Shape(JsonElement operation, string part) =>
        operation.TryGetProperty(part, out JsonElement shape) ? Shape(shape.GetProperty("shape").GetString()!) : null;

    public ModelShape Shape(string name) => new(this, name, _root.GetProperty("shapes").GetProperty(name));

    private static string? FindFolder()
    {
        if (Environment.GetEnvironmentVariable("BOTOCORE_DATA") is { Length: > 0 } configured)
        {
            return configured;
        }

        if (Executable.Find("python3") is not { } python)
        {
            return null;
        }

        var start = new ProcessStartInfo(python, ["-c", "import botocore; print(botocore.__path__[0])"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string answer = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(answer, "data") : null;
    }
}
