using System.Text;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Whoever mends a file jumps to the line; the path alone has to be counted out.</summary>
public sealed class LineTests
{
    private const string File = """
        {
          // the environment
          "environment": "PROD",
          "instance": {
            "arn": "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
          },
          "queues": [
            { "name": "A" }, { "name": "Ä" },
            {
              "name": "B", "importance":
                "huge"
            },
          ],
          "audiences": { "a.b": [ { "channel": "email", "to": "José" } ] }
        }
        """;

    [Theory]
    [InlineData("$.environment", 3)]
    [InlineData("$.queues[1].name", 8)]
    [InlineData("$.queues[2].importance", 10)]
    [InlineData("$.instance.alias", 4)]
    [InlineData("$.audiences.a.b[0].to", 14)]
    public void A_problem_is_told_with_its_line(string path, int line) =>
        Assert.Equal(line, Assert.Single(Read(File), problem => problem.Path == path).Line);

    [Fact]
    public void The_line_stands_before_the_path() => Assert.StartsWith(
        "line 3, $.environment: found \"PROD\"; ", Read(File)[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void What_was_written_is_told_as_it_was_written() =>
        Assert.Equal("\"Ä\"", Assert.Single(Read(File), static problem => problem.Path == "$.queues[1].name").Found);

    [Fact]
    public void A_notice_is_told_with_the_line_of_what_it_belongs_into()
    {
        var text = Encoding.UTF8.GetString(SampleConfiguration.Bytes()).Replace("\"contactLens\": true,", "", StringComparison.Ordinal);
        var line = 1 + Array.FindIndex(text.Split('\n'), static line => line.Contains("\"sentiment\": {", StringComparison.Ordinal));

        Assert.Equal(line, Assert.Single(ConfigurationReader.Read(Encoding.UTF8.GetBytes(text)).Notices).Line);
    }

    [Fact]
    public void What_is_found_later_is_told_with_its_line()
    {
        var reading = ConfigurationReader.Read(SampleConfiguration.Bytes());

        Assert.Equal(10, reading.Located(new ConfigurationProblem("$.environment", "1", "2")).Line);
    }

    private static IReadOnlyList<ConfigurationProblem> Read(string text) => ConfigurationReader.Read(Encoding.UTF8.GetBytes(text)).Problems;
}
