using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Entities;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Contacts.Entities;

/// <summary>What customers would say, and what it names (judged.txt).</summary>
public sealed class JudgedEntitiesTests
{
    private static readonly DateOnly Tuesday = new(2026, 12, 1);

    private static readonly EntityReading Reading = new(new EntitySettings
    {
        Numbers = new Dictionary<string, string> { ["orderNumber"] = @"[A-Z]{2}-?\d{6}", ["contract"] = @"\d{8}" },
        Amounts = true,
        Dates = true,
        Cards = true,
        Places = new Dictionary<string, IReadOnlyList<string>>
        {
            ["frankfurt"] = ["Frankfurt"],
            ["hamburg"] = ["Hamburg"],
            ["hamburg-altona"] = ["Hamburg-Altona", "Altona"],
            ["muenchen"] = ["München", "Munich"],
        },
    });

    public static TheoryData<string, string, string> Judged =>
        [.. Lines().Select(static line => (line[0], line[1], line[2]))];

    [Theory]
    [MemberData(nameof(Judged))]
    public void A_sentence_names_what_a_person_hears(string language, string text, string expected)
    {
        var found = Reading.Read(text, Tuesday, isMonthFirst: language == "en");

        Assert.Equal(Named(expected), Named(string.Join(',', found.Select(static one => $"{one.Key}={one.Value}"))));
    }

    private static string[] Named(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static IEnumerable<string[]> Lines() => File
        .ReadLines(Repository.File("test", "ContactCenter.Core.Tests", "Contacts", "Entities", "judged.txt"))
        .Where(static line => line.Length > 0 && line[0] != '#')
        .Select(static line => line.Split('|', StringSplitOptions.TrimEntries));
}
