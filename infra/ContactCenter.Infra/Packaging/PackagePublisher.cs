using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ContactCenter.Infra.Packaging;

/// <summary>Publishes the functions by <c>eng/package.proj</c>, and passes on what it says.</summary>
/// <param name="root">The folder of the repository.</param>
/// <param name="log">Takes what the build says.</param>
internal sealed partial class PackagePublisher(string root, TextWriter log)
{
    private const string CommandFailed = "MSB3073";

    /// <summary>Makes a package in a folder; null when it did, else why it could not.</summary>
    public string? Publish(PackageKind kind, string folder)
    {
        if (kind == PackageKind.Console)
        {
            return Publish(folder, [$"-p:Published={ConsoleFunction.Handler}"]);
        }

        if (kind == PackageKind.Native && !(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64))
        {
            return $"that takes Linux on x64, and this is {RuntimeInformation.OSDescription} on {RuntimeInformation.OSArchitecture}";
        }

        return Publish(folder, [$"-p:NativeFunctions={(kind == PackageKind.Native ? "true" : "false")}"]);
    }

    private string? Publish(string folder, string[] properties)
    {
        var said = new List<string>();
        var code = Run(
            ["msbuild", "eng/package.proj", "-nologo", "-v:minimal", $"-p:PackageFolder={Path.GetFullPath(folder)}", .. properties],
            line =>
            {
                log.WriteLine(line);
                said.Add(line.Trim());
            });
        return code == 0 ? null : Reason(said) ?? $"dotnet ended with {code}";
    }

    /// <summary>
    /// Why a build failed: the first error that it told, else its last line; null when it said nothing. That a command of it failed is told
    /// as an error too, and says nothing of why.
    /// </summary>
    internal static string? Reason(IReadOnlyList<string> said) =>
        said.FirstOrDefault(static line => Error().IsMatch(line) && !line.Contains(CommandFailed, StringComparison.Ordinal))
        ?? (said.Count == 0 ? null : said[^1]);

    /// <summary>The version of the .NET SDK that publishes.</summary>
    public string SdkVersion()
    {
        var version = "";
        _ = Run(["--version"], line => version = line);
        return version;
    }

    private int Run(string[] arguments, Action<string> hear)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var gate = new Lock();
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;

        void Hear(string? line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                return;
            }

            lock (gate)
            {
                hear(line);
            }
        }
    }

    // "file(line): error CS1002: text" or "project : error : text": the form of MSBuild's errors
    [GeneratedRegex(@"(^|[:\s])error( [A-Z]+\d+)? ?:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Error();
}
