using System.Diagnostics;
using System.IO.Compression;
using ContactCenter.Core.Deployment;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>What is compared, published as it is deployed.</summary>
/// <param name="Native">Folder of the natively compiled functions.</param>
/// <param name="ReadyToRun">Folder of those for the shared runtime.</param>
/// <param name="EmptyNative">Folder of the empty function, natively compiled.</param>
/// <param name="EmptyReadyToRun">Folder of the empty function for the shared runtime.</param>
/// <param name="WithEncoder">Folder of the hooks with the encoder; null where nothing is started with it.</param>
internal sealed record Packages(string Native, string? ReadyToRun, string EmptyNative, string? EmptyReadyToRun, string? WithEncoder)
{
    private static readonly string Empty = Path.Combine("bench", "ContactCenter.EmptyFunction");

    /// <summary>Publishes what is compared; what is there is taken as it is.</summary>
    /// <param name="root">The folder of their folders.</param>
    /// <param name="options">Says what is compared.</param>
    public static async Task<Packages> PublishAsync(string root, ColdOptions options)
    {
        var native = await FunctionsAsync(Path.Combine(root, "native"), isNative: true);
        return new(
            native,
            options.IsNativeOnly ? null : await FunctionsAsync(Path.Combine(root, "readytorun"), isNative: false),
            await EmptyAsync(Path.Combine(root, "empty-native"), isNative: true),
            options.IsNativeOnly ? null : await EmptyAsync(Path.Combine(root, "empty-readytorun"), isNative: false),
            options.Encoder is { } encoder
                ? EncoderPackage.Make(
                    Path.GetDirectoryName(Started(HooksOf(native)))!, encoder, Path.Combine(root, "native-encoder"))
                : null);
    }

    /// <summary>How a function is started.</summary>
    public IReadOnlyList<string> Command(Way way, SystemFunction function) => way switch
    {
        Way.Native when function.Package == SystemPackage.Hooks => [Started(HooksOf(Native))],
        Way.Native => [Path.Combine(Native, "bootstrap")],
        Way.NativeWithEncoder => [Path.Combine(WithEncoder!, "bootstrap")],
        Way.ReadyToRun => ["dotnet", Path.Combine(ReadyToRun!, "ContactCenter.Functions.dll")],
        Way.EmptyNative => [Path.Combine(EmptyNative, "ContactCenter.EmptyFunction")],
        _ => ["dotnet", Path.Combine(EmptyReadyToRun!, "ContactCenter.EmptyFunction.dll")],
    };

    /// <summary>
    /// Bytes of a folder as Lambda gets it: of the package of the functions, of that of the hooks where it is another one, and of the layer
    /// with the packaged model.
    /// </summary>
    public static (long Package, long? Hooks, long Layer) Zipped(string folder)
    {
        var (model, executable) = (Path.Combine(folder, PackagedModel.FileName), Path.Combine(folder, "bootstrap"));
        var hooks = HooksOf(folder);
        var others = Directory.EnumerateFiles(folder).Where(file => file != model).ToArray();
        return (Zip(others), File.Exists(hooks) ? Zip([hooks, .. others.Where(file => file != executable)]) : null, Zip([model]));
    }

    /// <summary>The folder of the repository.</summary>
    public static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ContactCenterServerless.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("the benchmark must run inside the repository, whose functions it publishes");
    }

    private static string HooksOf(string native) => Path.Combine(native, "hooks", "bootstrap");

    private static long Zip(IEnumerable<string> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                _ = zip.CreateEntryFromFile(file, Path.GetFileName(file), CompressionLevel.SmallestSize);
            }
        }

        return bytes.Length;
    }

    /// <summary>
    /// The executable of the hooks beside the files that it is deployed with: it reads configuration and articles from its folder.
    /// </summary>
    private static string Started(string hooks)
    {
        var folder = Path.GetDirectoryName(hooks)!;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(folder)!))
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            if (!File.Exists(copy))
            {
                File.Copy(file, copy);
            }
        }

        return hooks;
    }

    /// <summary>
    /// As a deployment publishes them, with stand-ins for the AWS packages whatever the feed has, so that figures compare.
    /// </summary>
    private static Task<string> FunctionsAsync(string folder, bool isNative) => PublishAsync(
        folder,
        isNative,
        ["msbuild", Path.Combine(Repository(), "eng", "package.proj"), $"-p:PackageFolder={folder}", "-p:AwsPackages=StandIn"]);

    private static Task<string> EmptyAsync(string folder, bool isNative) => PublishAsync(
        folder, isNative, ["publish", Path.Combine(Repository(), Empty), "-c", "Release", "-r", "linux-x64", "-o", folder]);

    /// <summary>Publishes into a folder that is not there yet.</summary>
    public static async Task<string> PublishAsync(string folder, bool isNative, string[] command)
    {
        if (Directory.Exists(folder))
        {
            return folder;
        }

        string[] arguments = [.. command, $"-p:NativeFunctions={(isNative ? "true" : "false")}", "-v:quiet", "--nologo"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException($"the publication failed: {told}");
    }
}

/// <summary>How a function is compiled, and what it is compared with.</summary>
internal enum Way
{
    Native,
    NativeWithEncoder,
    EmptyNative,
    ReadyToRun,
    EmptyReadyToRun,
}
