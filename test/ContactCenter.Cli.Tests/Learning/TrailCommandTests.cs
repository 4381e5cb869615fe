using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Learning.Trails;

namespace ContactCenter.Cli.Tests.Learning;

/// <summary>The trail as somebody has copied it into a folder.</summary>
public sealed class TrailCommandTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] OfTheDay = ["--since", "2026-11-30T10:00Z", "--until", "2026-11-30T14:00Z"];

    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-trail-").FullName;
    private readonly WrittenTrail _trail = new();
    private readonly string _last;

    public TrailCommandTests()
    {
        _trail.Write(
            Noon.AddMinutes(-30), WrittenTrail.Call("1", Noon.AddMinutes(-40), "ada", "connect", "CreateQueue", ("name", "Billing")));
        _last = _trail.Write(
            Noon.AddMinutes(-20),
            WrittenTrail.Call("2", Noon.AddMinutes(-25), "bert", "lambda", "DeleteFunction20150331", ("functionName", "orders")));
        _trail.Close(Noon);
        Copy();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Who_did_what_to_which_thing_is_a_line_by_the_clock_of_the_center()
    {
        var (code, output, errors) = await QueryAsync("--what", "connect");

        Assert.Equal((0, "2026-11-30 12:20:00 +01:00  ada  connect:CreateQueue  eu-central-1  Billing\n"), (code, output));
        Assert.Contains("reading 2 files about", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_call_is_an_object_of_JSON_in_a_line_of_its_own()
    {
        var (_, output, _) = await QueryAsync("--json");

        Assert.Equal(["1", "2"], output.TrimEnd().Split('\n').Select(static line => (string)JsonNode.Parse(line)!["id"]!));
    }

    [Fact]
    public async Task A_copy_of_what_was_found_holds_its_digests_and_can_be_asked_and_checked_itself()
    {
        var evidence = Path.Combine(_folder, "evidence");

        await QueryAsync("--out", evidence, "--who", "bert");
        var (code, output, errors) = await CommandLine.Run(
            ["trail", "query", "--folder", evidence, .. OfTheDay, "--check", "--who", "bert", "--config", Config]);

        Assert.Equal(0, code);
        Assert.Contains("lambda:DeleteFunction20150331", output, StringComparison.Ordinal);
        Assert.Contains("say: 1; digests: 1;", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_somebody_has_changed_fails_the_check_and_is_named()
    {
        await File.WriteAllBytesAsync(
            Path.Combine(_folder, _last), WrittenTrail.Pack("""{"Records":[]}"""u8.ToArray()), TestContext.Current.CancellationToken);

        var (code, _, errors) = await QueryAsync("--check");

        Assert.Equal(1, code);
        Assert.Contains($"{_last}: is not what its digest says", errors, StringComparison.Ordinal);
    }

    /// <summary>Who copies what was found copies no more.</summary>
    [Fact]
    public async Task What_a_copy_does_not_hold_is_counted_and_no_fault()
    {
        File.Delete(Path.Combine(_folder, _last));

        var (code, _, errors) = await QueryAsync("--check");

        Assert.Equal(0, code);
        Assert.Contains("that this copy does not hold: 1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_is_shown_is_counted()
    {
        var (_, output, errors) = await QueryAsync("--limit", "1");

        Assert.Single(output.TrimEnd().Split('\n'));
        Assert.Contains("and 1 more; --limit shows more of them", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name either --bucket or --folder")]
    [InlineData("name either --bucket or --folder", "--folder", "a", "--bucket", "b")]
    [InlineData("--limit: found 0; expected at least 1", "--folder", "a", "--limit", "0")]
    [InlineData("the time begins after it ends", "--folder", "a", "--since", "2026-11-30T10:00Z", "--until", "2026-11-29T10:00Z")]
    public async Task A_command_line_that_makes_no_sense_is_refused(string problem, params string[] arguments)
    {
        var (code, _, errors) = await CommandLine.Run(["trail", "query", .. arguments, "--config", Config]);

        Assert.Equal(2, code);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    private static string Config => Repository.File("contactcenter.json");

    private void Copy()
    {
        foreach (var (key, packed) in _trail.Files)
        {
            var path = Path.Combine(_folder, key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, packed!);
        }
    }

    private Task<(int Code, string Output, string Errors)> QueryAsync(params string[] arguments) =>
        CommandLine.Run(["trail", "query", "--folder", _folder, .. OfTheDay, .. arguments, "--config", Config]);
}
