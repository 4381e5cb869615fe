using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContactCenter.Infra.Packaging;

/// <summary>Publishes the functions by <c>eng/package.proj</c>, and passes on what it says.</summary>
/// <param name="root">The folder of the repository.</param>
/// <param name="log">Takes what the build says.</param>
internal sealed class PackagePublisher(string root, TextWriter log)
{
    /// <summary>Makes a package in a folder; null when it did, else why it could not.</summary>
    public string? Publish(PackageKind kind, string folder)
    {
        if (kind == PackageKind.Native && !(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64))
        {
            return $"that takes Linux on x64, and this is {RuntimeInformation.OSDescription} on {RuntimeInformation.OSArchitecture}";
        }

        var last = "";
        var code = Run(
            [
                "msbuild", "eng/package.proj", "-nologo", "-v:minimal", $"-p:PackageFolder={Path.GetFullPath(folder)}",
                $"-p:NativeFunctions={(kind == PackageKind.Native ? "true" : "false")}",
            ],
            line =>
            {
                log.WriteLine(line);
                last = line.Contains("error", StringComparison.OrdinalIgnoreCase) || last.Length == 0 ? line.Trim() : last;
            });
        return code == 0 ? null : last.Length == 0 ? $"dotnet ended with {code}" : last;
    }

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
}
