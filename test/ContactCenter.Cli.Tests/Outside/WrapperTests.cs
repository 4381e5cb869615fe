using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>The command by its name builds when it must, and then only runs. A <c>dotnet</c> of the test notes what it is asked.</summary>
public sealed class WrapperTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("contactcenter-");

    public WrapperTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script of bash");
        foreach (var folder in new[]
        {
            "src/ContactCenter.Cli", "standins", "models", "eng/ContactCenter.Readers", "eng/ContactCenter.Sentences", "bin",
        })
        {
            _root.CreateSubdirectory(folder);
        }

        foreach (var file in new[] { "Directory.Build.props", "global.json", "contactcenter.json", "src/ContactCenter.Cli/Program.cs" })
        {
            File.WriteAllText(In(file), "");
        }

        File.Copy(Repository.File("contactcenter"), In("contactcenter"));
        File.WriteAllText(In("bin/dotnet"), """
            #!/bin/bash
            echo "$@" >> "$ROOT/asked"
            [ "$1" = build ] || { cat; exit 7; }
            echo "compiling"
            mkdir -p "$ROOT/artifacts/bin/ContactCenter.Cli/release"
            touch "$ROOT/artifacts/bin/ContactCenter.Cli/release/contactcenter.dll"
            [ ! -e "$ROOT/src/broken" ]
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(In("bin/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void It_builds_at_first_and_after_a_change_and_otherwise_only_runs()
    {
        Run();
        Run();
        var program = In("src/ContactCenter.Cli/Program.cs");
        File.SetLastWriteTimeUtc(program, File.GetLastWriteTimeUtc(program).AddHours(1));
        Run();

        Assert.Equal(["build", "run", "run", "build", "run"], Asked());
    }

    [Theory]
    [InlineData("contactcenter", '/')]
    [InlineData("contactcenter.cmd", '\\')]
    public void A_change_of_whatever_the_command_is_built_of_is_seen(string wrapper, char separator)
    {
        var text = File.ReadAllText(Repository.File(wrapper));
        var folders = References("src/ContactCenter.Cli/ContactCenter.Cli.csproj").Select(static project => project.Split('/'))
            .Select(parts => parts[0] == "eng" ? $"eng{separator}{parts[1]}" : parts[0]).Distinct(StringComparer.Ordinal);

        Assert.All(folders, folder => Assert.Matches($@"[ {{,]{Regex.Escape(folder)}[,}}) ]", text));
    }

    [Fact]
    public void It_ends_as_the_program_ends_and_its_output_is_that_of_the_program_alone()
    {
        var (code, output) = Run("what was typed");

        Assert.Equal((7, "what was typed"), (code, output));
    }

    [Fact]
    public void What_does_not_compile_is_not_run_and_is_built_again()
    {
        File.WriteAllText(In("src/broken"), "");

        Assert.Equal((1, ""), Run());
        Assert.Equal((1, ""), Run());
        Assert.Equal(["build", "build"], Asked());
    }

    /// <summary>A project and all that it is built of, from the root of the repository; generators too.</summary>
    private static IEnumerable<string> References(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        return XDocument.Load(Repository.File(project)).Descendants("ProjectReference")
            .Select(static item => item.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => Path.GetFullPath(Path.Combine(Repository.Root, folder, path)))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .SelectMany(References)
            .Prepend(project);
    }

    private string In(string path) => Path.Combine(_root.FullName, path);

    private IEnumerable<string> Asked() =>
        File.ReadAllLines(In("asked")).Select(static line => line.StartsWith("build", StringComparison.Ordinal) ? "build" : "run");

    private (int Code, string Output) Run(string input = "")
    {
        var start = new ProcessStartInfo("/bin/bash", [In("contactcenter"), "validate"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ROOT"] = _root.FullName;
        start.Environment["PATH"] = $"{In("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        _ = process.StandardError.ReadToEnd();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
