using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation;

public sealed class FlowRuleTests
{
    [Theory]
    [InlineData("bot", "\"ivr-man\"", "$.flows.bot", "did you mean ivr-main?")]
    [InlineData("yesIntent", "\"Agent\"", "$.flows.yesIntent", "another intent")]
    [InlineData(
        "menu",
        """[{"key":"1","topic":"a","text":"a","texts":{"de":"a"}},{"key":"1","topic":"b","text":"b","texts":{"de":"b"}}]""",
        "$.flows.menu[1].key",
        "each may stand once")]
    public void A_setting_that_cannot_work_is_refused_with_what_would_be_right(string setting, string value, string path, string expected)
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root["flows"]![setting] = JsonNode.Parse(value)).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"consent":"ask"}]""", "$.flows.recording.entries[0]", "for all others there is")]
    [InlineData("""[{"language":"fr","consent":"ask"}]""", "$.flows.recording.entries[0].language", "en or de")]
    [InlineData(
        """[{"flow":"chat","consent":"ask"},{"flow":"chat","consent":"off"}]""", "$.flows.recording.entries[1]", "together once")]
    [InlineData("""[{"flow":"task","consent":"ask"}]""", "$.flows.recording.entries[0].flow", "inbound or chat")]
    [InlineData("""[{"number":"069 1234","consent":"ask"}]""", "$.flows.recording.entries[0].number", "country code")]
    public void An_entry_of_a_recording_that_cannot_work_is_refused(string entries, string path, string expected)
    {
        var problem = Assert.Single(
            SampleConfiguration.With(root => root["flows"]!["recording"]!["entries"] = JsonNode.Parse(entries)).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Vicki", "Amazon Polly that speaks en: ")]
    [InlineData(1, "Joanna", "Amazon Polly that speaks de: Daniel, Hannah, Hans, Lennart, Marlene, Sabrina or Vicki")]
    public void A_voice_speaks_its_language(int language, string voice, string expected)
    {
        var problem = Assert.Single(
            SampleConfiguration.With(root => root["flows"]!["languages"]![language]!["voice"] = voice).Problems);

        Assert.Equal(($"$.flows.languages[{language}].voice", $"\"{voice}\""), (problem.Path, problem.Found));
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Zayd")]
    [InlineData(0, "Kajal")]
    [InlineData(1, "Sabrina")]
    public void A_voice_of_several_languages_speaks_each_of_them(int language, string voice) => Assert.Empty(
        SampleConfiguration.With(root => root["flows"]!["languages"]![language]!["voice"] = voice).Problems);

    [Fact]
    public void Who_relied_on_recordings_by_default_is_told()
    {
        var reading = SampleConfiguration.With(root =>
        {
            root["flows"]!.AsObject().Remove("recording");
            root["sentiment"]!.AsObject().Remove("contactLens");
        });

        Assert.Equal(["$.sentiment.contactLens", "$.flows.recording"], reading.Notices.Select(notice => notice.Path));
    }

    [Theory]
    [InlineData(true, """{"consent":"off"}""")]
    [InlineData(false, null)]
    public void Who_has_said_what_is_meant_is_told_nothing(bool contactLens, string? recording)
    {
        var reading = SampleConfiguration.With(root =>
        {
            root["sentiment"]!["contactLens"] = contactLens;
            root["flows"]!["recording"] = recording is null ? null : JsonNode.Parse(recording);
        });

        Assert.Empty(reading.Notices);
    }

    [Fact]
    public void Flows_need_a_queue_that_they_can_find()
    {
        var reading = SampleConfiguration.With(root =>
        {
            foreach (var queue in root["queues"]!.AsArray())
            {
                queue!.AsObject().Remove("id");
            }
        });

        Assert.Contains(reading.Problems, problem => problem.Path == "$.flows");
    }

    [Theory]
    [InlineData("""[{"code":"en"},{"code":"en"}]""", "$.flows.languages[1].code", "each may stand once")]
    [InlineData("""[{"code":"xx","locale":"xx-XX"}]""", "$.flows.languages[0].code", "ISO 639-1")]
    [InlineData("""[{"code":"de","locale":"en-US"}]""", "$.flows.languages[0].locale", "a locale of the language de")]
    [InlineData("""[{"code":"en","engine":"neural"}]""", "$.flows.languages[0].engine", "needs a voice")]
    [InlineData("""[{"code":"en","numbers":["069 1234"]}]""", "$.flows.languages[0].numbers[0]", "country code")]
    [InlineData(
        """[{"code":"en","numbers":["+49691234567"]},{"code":"de","numbers":["+49691234567"]}]""",
        "$.flows.languages[1].numbers[0]",
        "one language")]
    [InlineData("""[{"code":"en","texts":{"greeting":"Hello $.Attributes.pin"}}]""", "$.flows.languages[0].texts.greeting", "without $")]
    [InlineData("""[{"code":"en","texts":{"thanks":"   "}}]""", "$.flows.languages[0].texts.thanks", "1 to 500")]
    [InlineData("""[{"code":"en","texts":{"wait":"It takes a while."}}]""", "$.flows.languages[0].texts.wait", "{minutes}")]
    [InlineData("""[{"code":"en","texts":{"wait":"{minutes} minutes."}}]""", "$.flows.languages[0].texts.wait", "{minutes}")]
    [InlineData(
        """[{"code":"en","texts":{"wait":"  {minutes} minutes."}}]""", "$.flows.languages[0].texts.wait", "words, {minutes}, words")]
    [InlineData("""[{"code":"en","texts":{"wait":"It takes {minutes} "}}]""", "$.flows.languages[0].texts.wait", "words, {minutes}, words")]
    [InlineData(
        """[{"code":"en","texts":{"position":" {count} callers wait."}}]""",
        "$.flows.languages[0].texts.position",
        "words, {count}, words")]
    [InlineData(
        """[{"code":"en","texts":{"menuChoice":" {choice}: press {key}."}}]""",
        "$.flows.languages[0].texts.menuChoice",
        "words, {choice}, words")]
    [InlineData(
        """[{"code":"en","texts":{"menuChoice":"For {choice} {key}."}}]""",
        "$.flows.languages[0].texts.menuChoice",
        "words, {choice}, words")]
    public void A_language_that_cannot_be_spoken_is_refused_with_what_would_be_right(string languages, string path, string expected)
    {
        var problems = SampleConfiguration.With(root =>
        {
            root["flows"]!["languages"] = JsonNode.Parse(languages);
            root["flows"]!["menu"] = new JsonArray();
        }).Problems;

        Assert.Contains(problems, problem => problem.Path == path && problem.Expected.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_without_packaged_words_needs_all_of_them()
    {
        var problems = SampleConfiguration.With(root =>
            root["flows"]!["languages"]!.AsArray()
                .Add(JsonNode.Parse("""{"code":"fr","locale":"fr-FR","texts":{"greeting":"Bienvenue."}}"""))).Problems;

        var texts = Assert.Single(problems, problem => problem.Path == "$.flows.languages[2].texts");
        Assert.Contains("patience", texts.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("greeting", texts.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_choice_of_the_menu_has_its_words_in_each_language()
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root["flows"]!["menu"]![1]!.AsObject().Remove("texts")).Problems);

        Assert.Equal(("$.flows.menu[1].texts.de", "nothing"), (problem.Path, problem.Found));
    }

    [Theory]
    [InlineData("es", "cartas", "a language of $.flows.languages")]
    [InlineData("de", "<speak>Karten</speak>", "without $")]
    public void What_a_choice_is_called_can_be_spoken_by_somebody(string language, string text, string expected)
    {
        var problems = SampleConfiguration.With(root => root["flows"]!["menu"]![0]!["texts"]![language] = text).Problems;

        Assert.Contains(
            problems,
            problem =>
                problem.Path == $"$.flows.menu[0].texts.{language}" && problem.Expected.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("code", "\"German\"")]
    [InlineData("code", "7")]
    [InlineData("numbers", "\"+49691234567\"")]
    public void A_language_that_is_refused_is_not_told_again_at_every_choice_of_the_menu(string setting, string value) =>
        Assert.Equal(
            $"$.flows.languages[1].{setting}",
            Assert.Single(SampleConfiguration.With(root =>
                root["flows"]!["languages"]![1]![setting] = JsonNode.Parse(value)).Problems).Path);

    [Fact]
    public void A_language_that_is_no_object_is_not_told_again_at_every_choice_of_the_menu() =>
        Assert.Equal(
            "$.flows.languages[1]", Assert.Single(SampleConfiguration.With(root => root["flows"]!["languages"]![1] = "de").Problems).Path);

    [Fact]
    public void The_flows_may_be_left_out() => Assert.Empty(SampleConfiguration.With(root => root.AsObject().Remove("flows")).Problems);

    [Fact]
    public void A_default_queue_without_an_id_is_refused_and_not_replaced()
    {
        var problem = Assert.Single(SampleConfiguration.With(root => root["queues"]![0]!.AsObject().Remove("id")).Problems);

        Assert.Equal(("$.routing.defaultQueue", "\"General\", a queue without an id"), (problem.Path, problem.Found));
    }

    [Fact]
    public void The_first_queue_is_the_default_and_needs_an_id() =>
        Assert.Equal("$.queues[0].id", Assert.Single(SampleConfiguration.With(root =>
        {
            root["routing"]!.AsObject().Remove("defaultQueue");
            root["queues"]![0]!.AsObject().Remove("id");
        }).Problems).Path);

    [Fact]
    public void A_task_needs_the_flow_that_takes_it_to_its_queue()
    {
        var problem = Assert.Single(SampleConfiguration.With(root =>
        {
            root.AsObject().Remove("flows");
            root["audiences"]!["workforce"]!.AsArray().Add(new JsonObject { ["channel"] = "task", ["to"] = "General" });
        }).Problems);

        Assert.Equal("$.audiences.workforce[1].channel", problem.Path);
        Assert.Contains("$.flows", problem.Expected, StringComparison.Ordinal);
    }
}
