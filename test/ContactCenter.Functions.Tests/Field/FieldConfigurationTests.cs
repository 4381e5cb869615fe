using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation;
using ContactCenter.Functions.Tests.Contacts;

namespace ContactCenter.Functions.Tests.Field;

/// <summary>What <c>validate</c> refuses and takes, and what a configuration can say, after incidents that people told of.</summary>
public sealed class FieldConfigurationTests
{
    private const string Id = "0a1b2c3d-0000-4000-8000-00000000000a";

    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contactcenter.json"));

    [Fact]
    public void An_id_of_two_queues_is_refused()
    {
        var problem = Assert.Single(ReadFile("same-queue-id-twice.config.json").Problems);

        Assert.Equal("$.queues[1].id", problem.Path);
        Assert.Contains("each may stand once", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "'contactFlows': [{ 'name': 'Inbound' },",
        "'contactFlows': [{ 'name': 'A', 'id': '" + Id + "' }, { 'name': 'B', 'id': '" + Id + "' }, { 'name': 'Inbound' },",
        "$.contactFlows[1].id")]
    [InlineData(
        "'routingProfiles': [{ 'name': 'Generalists' },",
        "'routingProfiles': [{ 'name': 'A', 'id': '" + Id + "' }, { 'name': 'Generalists', 'id': '" + Id + "' },",
        "$.routingProfiles[1].id")]
    public void An_id_stands_once_wherever_ids_stand(string before, string after, string path) =>
        Assert.Equal(path, Assert.Single(Changed(before, after).Problems).Path);

    [Fact]
    public void A_skill_may_have_any_letter() => Assert.Empty(ReadFile("umlaut-in-skill.config.json").Problems);

    [Theory]
    [InlineData("Überweisungen")]
    [InlineData("Кредиты")]
    [InlineData("保険")]
    [InlineData("Prêts immobiliers")]
    public void A_skill_may_have_letters_of_any_script(string skill) =>
        Assert.Empty(Changed("'skill': 'Technical' }", $"'skill': '{skill}' }}").Problems);

    [Theory]
    [InlineData("connect:Language")]
    [InlineData("Connect:Subtype")]
    public void An_attribute_of_amazon_connect_itself_is_refused(string name)
    {
        var problem = Assert.Single(Changed("'patience': '3m',", $"'patience': '3m', 'languageAttribute': '{name}',").Problems);

        Assert.Equal("$.routing.languageAttribute", problem.Path);
        Assert.Contains("connect:", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("language")]
    [InlineData("topic")]
    [InlineData("Mood")]
    [InlineData("customerStatus")]
    [InlineData("spokenLanguage")]
    [InlineData("status")]
    public void A_name_that_a_hook_writes_is_refused_for_the_customer_s_values(string name) =>
        Assert.Equal(
            $"$.crm.attributes.{name}",
            Assert.Single(Changed("'customerName': 'customer.name'", $"'{name}': 'customer.name'").Problems).Path);

    [Theory]
    [InlineData("2026-12-24T09:00", true)]
    [InlineData("2026-12-24T12:00", false)]
    [InlineData("2026-12-24T07:30", false)]
    [InlineData("2026-12-23T15:00", true)]
    [InlineData("2026-12-27T10:30", true)]
    [InlineData("2026-12-27T13:00", false)]
    [InlineData("2026-12-27T15:30", true)]
    [InlineData("2026-12-25T10:00", true)]
    [InlineData("2026-12-31T10:00", false)]
    public void A_day_has_other_hours_than_its_weekday(string at, bool isOpen) =>
        Assert.Equal(isOpen, new BusinessCalendar(WithExceptions()).IsOpen(Local(at)));

    [Theory]
    [InlineData("General", "2026-12-24T11:00", true)]
    [InlineData("General", "2026-12-24T13:00", false)]
    [InlineData("Cards", "2026-12-24T23:00", true)]
    [InlineData("Technical", "2026-12-24T11:00", false)]
    [InlineData("Technical", "2026-12-24T18:30", true)]
    [InlineData("Billing", "2026-12-24T08:30", false)]
    [InlineData("Billing", "2026-12-24T10:30", true)]
    [InlineData("Billing", "2026-12-24T13:00", false)]
    public void A_queue_has_its_own_other_hours_before_those_of_the_center(string name, string at, bool isOpen)
    {
        var configuration = WithExceptions();
        var queue = configuration.Queues.Single(queue => queue.Name == name);

        Assert.Equal(isOpen, new BusinessCalendar(configuration).IsOpen(queue, Local(at)));
    }

    [Fact]
    public void Other_hours_of_a_day_are_read_from_the_file()
    {
        var read = Changed(
            "'holidays':",
            "'exceptions': [{ 'date': '2026-12-24', 'from': '08:00', 'to': '12:00' }, { 'date': '2026-12-31' }], 'holidays':");

        Assert.Empty(read.Problems);
        Assert.Equal(
            [new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 31)],
            read.Configuration!.Exceptions.Select(static day => day.Date));
    }

    [Theory]
    [InlineData("""{ "date": "2026-12-24", "from": "12:00", "to": "08:00" }""")]
    [InlineData("""{ "date": "2026-12-24", "from": "08:00" }""")]
    [InlineData("""{ "date": "2026-12-24", "to": "08:00" }""")]
    [InlineData("""{ "date": "24.12.2026" }""")]
    [InlineData("""{ "date": "2026-12-24" }, { "date": "2026-12-24", "from": "08:00", "to": "12:00" }""")]
    public void Hours_that_cannot_be_are_told(string exceptions) =>
        Assert.StartsWith(
            "$.exceptions[", Assert.Single(Changed("'holidays':", $"'exceptions': [{exceptions}], 'holidays':").Problems).Path,
            StringComparison.Ordinal);

    private static ContactCenterConfiguration WithExceptions() => Hooks.Configuration with
    {
        Holidays = [new DateOnly(2026, 12, 25)],
        Exceptions =
        [
            Other("2026-12-24", 8, 12), Other("2026-12-25", 8, 12), Other("2026-12-27", 10, 12), Other("2026-12-27", 15, 16),
            new OpeningException { Date = new DateOnly(2026, 12, 31) },
        ],
        Queues =
        [
            .. Hooks.Configuration.Queues.Select(static queue => queue.Name switch
            {
                "Technical" => queue with { Exceptions = [Other("2026-12-24", 18, 19)] },
                "Billing" => queue with
                {
                    Hours = [new OpeningHours { Days = Enum.GetValues<DayOfWeek>(), From = new TimeOnly(10, 0), To = new TimeOnly(18, 0) }]
                },
                _ => queue,
            }),
        ],
    };

    private static OpeningException Other(string date, int from, int to) => new()
    {
        Date = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        From = new TimeOnly(from, 0),
        To = new TimeOnly(to, 0),
    };

    // the sample is in Berlin, an hour ahead in winter
    private static DateTimeOffset Local(string at) =>
        new(DateTime.ParseExact(at, "yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(1));

    /// <summary>The sample with one thing changed; a ' stands for a ".</summary>
    private static ConfigurationReading Changed(string before, string after)
    {
        Assert.Contains(Quoted(before), Sample, StringComparison.Ordinal);
        return ConfigurationReader.Read(System.Text.Encoding.UTF8.GetBytes(
            Sample.Replace(Quoted(before), Quoted(after), StringComparison.Ordinal)));

        static string Quoted(string text) => text.Replace('\'', '"');
    }

    private static ConfigurationReading ReadFile(string file) => ConfigurationReader.Read(File.ReadAllBytes(FieldSystem.PathOf(file)));
}
