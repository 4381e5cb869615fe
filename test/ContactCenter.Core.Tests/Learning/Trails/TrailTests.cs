using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Learning.Trails;

namespace ContactCenter.Core.Tests.Learning.Trails;

/// <summary>Who did what to which thing, from the files as CloudTrail writes them.</summary>
public sealed class TrailTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly TrailQuestion Everything = new(Noon.AddHours(-2), Noon.AddHours(2), null, null, null);

    private readonly WrittenTrail _trail = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TrailReader Reader => new(_trail, WrittenTrail.Account);

    [Fact]
    public async Task A_call_is_told_with_who_did_what_to_which_thing_and_from_where()
    {
        _trail.Write(Noon, WrittenTrail.Call("1", Noon, "ada", "connect", "UpdateContactFlowContent", ("contactFlowId", "flow-1")));

        var call = Assert.Single(await FindAsync(Everything));

        Assert.Equal(
            ("ada", "connect", "UpdateContactFlowContent", "eu-central-1", "203.0.113.7"),
            (call.Who, call.Service, call.Action, call.Region, call.Address));
        Assert.Equal(["flow-1"], call.Resources);
    }

    [Theory]
    [InlineData("ADA", null, null)]
    [InlineData("user/ada", null, null)]
    [InlineData(null, "connect:update", null)]
    [InlineData(null, "ContactFlow", null)]
    [InlineData(null, null, "flow-1")]
    [InlineData("ada", "connect", "flow")]
    public async Task A_part_of_who_of_what_or_of_the_thing_finds_it_and_nothing_else(string? who, string? what, string? resource)
    {
        _trail.Write(
            Noon,
            WrittenTrail.Call("1", Noon, "ada", "connect", "UpdateContactFlowContent", ("contactFlowId", "flow-1")),
            WrittenTrail.Call("2", Noon, "bert", "lambda", "DeleteFunction", ("functionName", "orders")));

        Assert.Equal("1", Assert.Single(await FindAsync(Everything with { Who = who, What = what, Resource = resource })).Id);
    }

    [Fact]
    public async Task Times_are_those_of_the_calls_although_their_files_come_later_on_the_next_day_too()
    {
        var midnight = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        _trail.Write(
            midnight.AddMinutes(20),
            WrittenTrail.Call("before", midnight.AddMinutes(-31), "ada", "connect", "CreateQueue"),
            WrittenTrail.Call("in", midnight.AddMinutes(-1), "ada", "connect", "CreateQueue"),
            WrittenTrail.Call("after", midnight, "ada", "connect", "CreateQueue"));

        var found = await FindAsync(new TrailQuestion(midnight.AddMinutes(-30), midnight, null, null, null));

        Assert.Equal("in", Assert.Single(found).Id);
    }

    [Fact]
    public async Task What_a_request_says_below_the_names_of_things_is_not_repeated()
    {
        _trail.Write(Noon, WrittenTrail.Call(
            "1", Noon, "ada", "connect", "UpdateContact", ("contactId", "c-1"), ("description", "my card 4111 1111 1111 1111")));

        Assert.Equal(["c-1"], Assert.Single(await FindAsync(Everything)).Resources);
    }

    [Fact]
    public async Task A_record_that_is_not_whole_loses_no_other()
    {
        _trail.Write(Noon, new JsonObject { ["eventName"] = 3 }, WrittenTrail.Call("1", Noon, "ada", "connect", "CreateQueue"));

        Assert.Single(await FindAsync(Everything));
    }

    [Fact]
    public async Task A_file_that_is_none_is_told_and_loses_no_other()
    {
        var broken = _trail.Write(Noon);
        _trail.Files[broken] = Encoding.UTF8.GetBytes("no gzip");
        _trail.Write(Noon.AddMinutes(1), WrittenTrail.Call("1", Noon, "ada", "connect", "CreateQueue"));

        var files = await ReadAsync(Everything);

        Assert.Equal([(broken, 0)], files.Where(static file => file.Hash is null).Select(static file => (file.Key, file.Calls.Count)));
        Assert.Single(files.SelectMany(static file => file.Calls));
    }

    [Fact]
    public async Task What_lies_in_cold_storage_is_told_as_such()
    {
        var cold = _trail.Write(Noon);
        _trail.Files[cold] = null;

        Assert.Null(Assert.Single(await ReadAsync(Everything)).Packed);
    }

    [Fact]
    public async Task Files_that_are_what_their_digests_say_are_right_and_the_newest_are_not_listed_yet()
    {
        TwoHours();
        _trail.Write(Noon.AddMinutes(90), WrittenTrail.Call("9", Noon, "ada", "connect", "CreateQueue"));

        Assert.Equal((2, 2, 1, 0), await CheckedAsync());
    }

    [Fact]
    public async Task Files_without_any_digest_are_found_once_theirs_should_have_come()
    {
        var file = _trail.Write(Noon, WrittenTrail.Call("1", Noon, "ada", "connect", "CreateQueue"));

        Assert.Equal([(file, TrailFault.NotListed)], (await CheckAsync(Noon + TrailCheck.MaximumWait + TimeSpan.FromMinutes(1))).Faults);
    }

    [Fact]
    public async Task A_file_that_somebody_has_changed_is_found()
    {
        var (file, _) = TwoHours();
        _trail.Files[file] = WrittenTrail.Pack("""{"Records":[]}"""u8.ToArray());

        Assert.Equal([(file, TrailFault.Changed)], (await CheckAsync()).Faults);
    }

    [Fact]
    public async Task A_file_that_somebody_has_deleted_is_found()
    {
        var (file, _) = TwoHours();
        _trail.Files.Remove(file);

        Assert.Equal([(file, TrailFault.Missing)], (await CheckAsync()).Faults);
    }

    [Fact]
    public async Task A_file_that_somebody_has_put_there_is_found()
    {
        TwoHours();
        var planted = $"AWSLogs/{WrittenTrail.Account}/CloudTrail/eu-central-1/2026/11/30/planted_20261130T1130Z_1.json.gz";
        _trail.Files[planted] = WrittenTrail.Pack("""{"Records":[]}"""u8.ToArray());

        Assert.Equal([(planted, TrailFault.NotListed)], (await CheckAsync()).Faults);
    }

    [Fact]
    public async Task A_digest_that_somebody_has_written_anew_is_found_by_the_next_one()
    {
        var (file, digest) = TwoHours();
        _trail.Files[file] = WrittenTrail.Pack("""{"Records":[]}"""u8.ToArray());
        _trail.Files[digest] = WrittenTrail.Pack(Encoding.UTF8.GetBytes(
            $$"""
            {"digestEndTime":"2026-11-30T12:00:00Z","logFiles":[
              {"s3Object":"{{file}}","hashValue":"{{TrailCheck.HashOf("""{"Records":[]}"""u8)}}"}]}
            """));

        Assert.Equal([(digest, TrailFault.Changed)], (await CheckAsync()).Faults);
    }

    [Fact]
    public async Task A_digest_that_somebody_has_deleted_is_found_by_the_next_one()
    {
        TwoHours();
        var deleted = _trail.Close(Noon.AddMinutes(80));
        _trail.Close(Noon.AddMinutes(100));
        _trail.Files.Remove(deleted);

        Assert.Equal([(deleted, TrailFault.Missing)], (await CheckAsync()).Faults);
    }

    [Fact]
    public async Task What_is_before_the_first_digest_of_the_time_was_not_asked_for()
    {
        _trail.Close(Noon.AddDays(-3));
        TwoHours();

        Assert.Empty((await CheckAsync()).Faults);
    }

    [Fact]
    public async Task A_digest_that_is_none_is_told()
    {
        var (_, digest) = TwoHours();
        _trail.Files[digest] = WrittenTrail.Pack("no digest"u8.ToArray());

        Assert.Contains((digest, TrailFault.Unreadable), (await CheckAsync()).Faults);
    }

    /// <summary>A file of the first hour, and the digest of that hour.</summary>
    private (string File, string Digest) TwoHours()
    {
        var file = _trail.Write(Noon.AddMinutes(-20), WrittenTrail.Call("1", Noon.AddMinutes(-30), "ada", "connect", "CreateQueue"));
        var digest = _trail.Close(Noon);
        _trail.Write(Noon.AddMinutes(20), WrittenTrail.Call("2", Noon.AddMinutes(10), "ada", "connect", "DeleteQueue"));
        _trail.Close(Noon.AddHours(1));
        return (file, digest);
    }

    private async Task<(int, int, int, int)> CheckedAsync()
    {
        var check = await CheckAsync();
        return (check.Digests, check.Files, check.NotYetListed, check.Faults.Length);
    }

    private async Task<TrailCheck> CheckAsync(DateTimeOffset? now = null)
    {
        var files = await ReadAsync(Everything);
        var digests = await Reader.DigestsAsync(Everything, null, Stop);
        return TrailCheck.Of(
            digests,
            files.ToDictionary(static file => file.Key, static file => file.Hash, StringComparer.Ordinal),
            key => Reader.IsLookedAt(key, Everything, null),
            now ?? Everything.To);
    }

    private async Task<IReadOnlyList<TrailCall>> FindAsync(TrailQuestion question) =>
        [.. (await ReadAsync(question)).SelectMany(static file => file.Calls)];

    private async Task<List<TrailFile>> ReadAsync(TrailQuestion question)
    {
        var files = new List<TrailFile>();
        await foreach (var file in Reader.ReadAsync(await Reader.FilesAsync(question, null, Stop), question, Stop))
        {
            files.Add(file);
        }

        return files;
    }
}
