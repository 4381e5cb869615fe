using System.Diagnostics;

namespace ContactCenter.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly CommandLine _cli = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_pipe_is_written_to_and_stays_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes in its folders");
        var pipe = Path.Combine(Path.GetDirectoryName(_cli.File("beside", ""))!, "pipe");
        using (var made = Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync(Stop);
        }

        var reading = Task.Run(() => File.ReadAllText(pipe), Stop);
        OutputFile.Write(pipe, "whole"u8);

        Assert.Equal("whole", await reading);
        Assert.False(OutputFile.IsReplaceable(pipe));
        Assert.False(File.Exists(pipe + ".tmp"));
    }

    [Fact]
    public void A_file_is_replaced_and_nothing_is_left_beside_it()
    {
        var file = _cli.File("model.ccm", "the one before");

        OutputFile.Write(file, "new"u8);

        Assert.Equal("new", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_replaced()
    {
        var file = _cli.File("model.ccm", "the one before");
        var link = file + ".link";
        _ = File.CreateSymbolicLink(link, file);

        OutputFile.Write(link, "new"u8);

        Assert.Equal("new", File.ReadAllText(file));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("knowledge", "build")]
    public async Task A_folder_that_is_not_there_is_told_before_the_work_begins(params string[] command)
    {
        var (code, _, errors) = await CommandLine.Run([.. command, "not-read-either", "--out", "/nowhere/at/all.bin"]);

        Assert.Equal(ExitCode.Problems, code);
        Assert.Equal("/nowhere/at/all.bin: there is no folder /nowhere/at", errors.Trim());
    }

    [Fact]
    public async Task A_model_does_not_share_its_file_with_its_report()
    {
        var (code, _, errors) = await CommandLine.Run("train", "texts.csv", "--out", "model.html");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--report", errors, StringComparison.Ordinal);
    }
}
