using System.Globalization;
using System.IO.Compression;
using System.Text;
using ContactCenter.Capacity;
using ContactCenter.Capacity.Traces;

namespace ContactCenter.Simulation.Tests.Capacity;

public sealed class TraceFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("traces");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("{0}\n")]
    [InlineData("{0}\r\n")]
    [InlineData(" {0} \n\n")]
    public void One_count_in_each_line_is_one_second(string line)
    {
        var trace = TraceFiles.Any(Write("web.txt", Lines(120, i => string.Format(CultureInfo.InvariantCulture, line, i % 7))), seed: 1);

        Assert.Equal("web", trace.Name);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => i % 7), trace.Reads);
        Assert.Equal(trace.Reads, trace.Writes);
    }

    [Fact]
    public void Gzip_is_told_by_its_first_bytes_and_not_by_its_name()
    {
        var path = Path.Combine(_folder.FullName, "web.data");
        using (var zip = new GZipStream(File.Create(path), CompressionMode.Compress))
        {
            zip.Write(Encoding.UTF8.GetBytes(Lines(60, i => $"{i}\n")));
        }

        Assert.Equal(Enumerable.Range(0, 60), TraceFiles.Any(path, seed: 1).Reads);
    }

    [Theory]
    [InlineData("time,count\n", "2026-01-05T08:00:{0:00}Z,{1}\n")]
    [InlineData("", "2026-01-05T08:00:{0:00}Z,{1}\r\n")]
    [InlineData("", "2026-01-05 08:00:{0:00};{1}\n")]
    [InlineData("\"when\";\"calls\"\n", "\"2026-01-05T09:00:{0:00}+01:00\";\"{1}\"\n")]
    public void Counts_by_the_second_are_taken_as_they_are_whatever_the_header_and_the_separator(string header, string line)
    {
        var trace = TraceFiles.Any(
            Write("calls.csv", header + Lines(60, i => string.Format(CultureInfo.InvariantCulture, line, i, i))), seed: 1);

        Assert.Equal(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), trace.Start);
        Assert.Equal(Enumerable.Range(0, 60), trace.Reads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Times_may_be_seconds_or_milliseconds_since_1970(long times)
    {
        var trace = TraceFiles.Any(Write("calls.csv", Lines(60, i => $"{(1_767_600_000L + i) * times},{i}\n")), seed: 1);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_767_600_000), trace.Start);
        Assert.Equal(Enumerable.Range(0, 60), trace.Reads);
    }

    [Fact]
    public void Five_minutes_are_spread_over_their_seconds_and_what_is_missing_is_idle()
    {
        var trace = TraceFiles.Any(Write("calls.csv", "0,3000\n300,3000\n1200,3000\n"), seed: 1);

        Assert.Equal(1500, trace.Seconds);
        Assert.InRange(trace.Reads.Take(300).Sum(), 2700, 3300);
        Assert.All(trace.Reads.Skip(600).Take(600), count => Assert.Equal(0, count));
        Assert.InRange(trace.Reads.Skip(1200).Sum(), 2700, 3300);
    }

    [Theory]
    [InlineData("t,c\n0,1\n60,-4\n", "line 3: found \"-4\"")]
    [InlineData("1\n\n99999999999\n", "line 3: found \"99999999999\"")]
    [InlineData("1\nNaN\n", "line 2: found \"NaN\"")]
    [InlineData("0,1\n60,1\n30,1\n", "line 3: found 1970-01-01T00:00:30")]
    [InlineData("0,1\n60,1\n60,1\n", "line 3: found 1970-01-01T00:01:00")]
    [InlineData("0,1\n60,4\n7\n", "line 3: found a count without a time")]
    [InlineData("1,2,3\n", "line 1: found \"1,2,3\"")]
    [InlineData("yesterday,2\n", "line 1: found \"yesterday,2\"")]
    [InlineData("0,1\n4000000000,1\n", "line 2: found more than 400 days")]
    [InlineData("1\n2\n", "found 2 seconds; at least 60")]
    [InlineData("\u0001\u001b[31m\n", "line 1: found \"??[31m\"")]
    [InlineData("", "found no counts")]
    [InlineData("\r\n\n", "found no counts")]
    [InlineData("time,count\n", "found no counts")]
    public void What_cannot_be_read_is_told_with_its_line(string text, string expected)
    {
        var problem = Assert.Throws<FormatException>(() => TraceFiles.Any(Write("calls.csv", text), seed: 1));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_a_missing_file_and_an_endless_line_are_told()
    {
        string Told(string path) => Assert.Throws<FormatException>(() => TraceFiles.Any(path, seed: 1)).Message;

        Assert.EndsWith(
            "found a folder; a file with one count per line, or time,count, would be right.",
            Told(_folder.FullName),
            StringComparison.Ordinal);
        Assert.EndsWith("there is no such file.", Told(Path.Combine(_folder.FullName, "nowhere.csv")), StringComparison.Ordinal);
        Assert.Contains("line 1: found more than 200 characters", Told(Write("long.txt", new string('1', 5000))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_hardly_ends_is_refused_before_it_fills_the_memory()
    {
        const int Length = 64 * 1024 * 1024;
        var path = Path.Combine(_folder.FullName, "long.gz");
        using (var zip = new GZipStream(File.Create(path), CompressionMode.Compress))
        {
            var piece = Encoding.ASCII.GetBytes(new string('1', 1024 * 1024));
            for (var written = 0; written < Length; written += piece.Length)
            {
                zip.Write(piece);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Assert.Throws<FormatException>(() => TraceLines.Of(path).Count());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Length / 8);
    }

    [Theory]
    [InlineData("1\r2\r\r\n3\n\n4", "1:1 2:2 4:3 6:4")]
    [InlineData("1\r\n\r\n2\r\n", "1:1 3:2")]
    public void Lines_are_numbered_as_an_editor_does(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TraceLines.Of(Write("ends.txt", text)).Select(line => $"{line.Number}:{line.Text}")));

    [Fact]
    public void Two_files_of_one_name_are_two_traces()
    {
        var file = new FileInfo(Write("web.txt", Lines(60, i => $"{i}\n")));

        Assert.Equal(["web", "web-2"], Suite.Traces(null, [file, file], quick: false, seed: 1).Select(trace => trace.Name));
    }

    [Fact]
    public void Policies_are_chosen_by_a_word_and_those_that_ratios_stand_on_always_run()
    {
        Assert.Equal(["target tracking 70 %", "on-demand", "oracle"], Suite.Choose(["On-Demand"])().Select(policy => policy.Name));
        Assert.Contains(
            "--policy: found \"nobody\"", Assert.Throws<FormatException>(() => Suite.Choose(["nobody"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_over_nothing_is_one_when_both_are_nothing_and_none_when_only_the_other_is()
    {
        Score Of(string policy, double throttled) => new("t", policy, 100, throttled, 0, 0, 2, 0, 0, 0);
        var ratios = Comparison.ByTrace([Of("target tracking 70 %", 0), Of("oracle", 0) with { Dollars = 1 }, Of("mine", 5)]);

        Assert.Equal(new TraceRatio("t", "target tracking 70 %", 1, 1, 2), ratios[0]);
        Assert.Equal(new TraceRatio("t", "mine", null, 1, 2), ratios[2]);
    }

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
