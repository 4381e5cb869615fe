using System.Diagnostics;
using System.IO.Compression;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>What is compared, published as it is deployed.</summary>
/// <param name="Native">Folder of the natively compiled functions.</param>
/// <param name="ReadyToRun">Folder of those for the shared runtime.</param>
/// <param name="EmptyNative">Folder of the empty function, natively compiled.</param>
/// <param name="EmptyReadyToRun">Folder of the empty function for the shared runtime.</param>
internal sealed record Packages(string Native, string ReadyToRun, string EmptyNative, string EmptyReadyToRun)
{
    private static readonly string Functions = Path.Combine("src", "ContactCenter.Functions");
    private static readonly string Empty = Path.Combine("bench", "ContactCenter.EmptyFunction");

    /// <summary>Publishes all four; what is there is taken as it is.</summary>
    public static async Task<Packages> PublishAsync(string root) => new(
        await PublishAsync(Functions, Path.Combine(root, "native"), isNative: true),
        await PublishAsync(Functions, Path.Combine(root, "readytorun"), isNative: false),
        await PublishAsync(Empty, Path.Combine(root, "empty-native"), isNative: true),
        await PublishAsync(Empty, Path.Combine(root, "empty-readytorun"), isNative: false));

    /// <summary>How a function is started.</summary>
    public IReadOnlyList<string> Command(Way way) => way switch
    {
        Way.Native => [Path.Combine(Native, "bootstrap")],
        Way.ReadyToRun => ["dotnet", Path.Combine(ReadyToRun, "ContactCenter.Functions.dll")],
        Way.EmptyNative => [Path.Combine(EmptyNative, "ContactCenter.EmptyFunction")],
        _ => ["dotnet", Path.Combine(EmptyReadyToRun, "ContactCenter.EmptyFunction.dll")],
    };

    /// <summary>Bytes of a folder as Lambda gets it: of the package of all functions, and of the layer with the packaged model.</summary>
    public static (long Package, long Layer) Zipped(string folder)
    {
        var (model, others) = (Path.Combine(folder, PackagedModel.FileName), Directory.EnumerateFiles(folder));
        return (Zip(others.Where(file => file != model)), Zip([model]));
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

    private static async Task<string> PublishAsync(string project, string folder, bool isNative)
    {
        if (Directory.Exists(folder))
        {
            return folder;
        }

        string[] arguments =
        [
            "publish", Path.Combine(Repository(), project), "-c", "Release", "-r", "linux-x64", "-o", folder,
            $"-p:NativeFunctions={(isNative ? "true" : "false")}", "-v", "quiet", "--nologo",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException($"dotnet publish failed: {told}");
    }
}

/// <summary>How a function is compiled, and what it is compared with.</summary>
internal enum Way
{
    Native,
    EmptyNative,
    ReadyToRun,
    EmptyReadyToRun,
}
