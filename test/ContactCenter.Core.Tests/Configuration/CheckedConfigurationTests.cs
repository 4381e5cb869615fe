using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Configuration;

/// <summary>What functions read at their start, by code that is written for it, is what the library would read.</summary>
public sealed class CheckedConfigurationTests
{
    private const string Least =
        """ "environment": "prod", "instance": { "arn": "arn:aws:connect:eu-central-1:123456789012:instance/i", "alias": "a" } """;

    private int _number;

    [Theory]
    [InlineData("contactcenter.json")]
    [InlineData("samples/energy.json")]
    public void Samples_are_read_as_the_library_reads_them(string file) => ReadsAlike(File.ReadAllBytes(Repository.File(file)));

    [Fact]
    public void Every_setting_is_read()
    {
        var text = Written((ContactCenterConfiguration)Filled(typeof(ContactCenterConfiguration))!);
        Assert.Equal(text, Written(CheckedConfiguration.Read(Encoding.UTF8.GetBytes(text))));
        ReadsAlike(Encoding.UTF8.GetBytes(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "crm": null, "queues": null, "timeZone": null, "routing": null, "standbyRegion": null""")]
    [InlineData(""", "unknown": { "deep": [1, { "environment": "other" }] }, "queues": [{ "name": "Cards", "unknown": [[]] }]""")]
    [InlineData(""", "time\u005aone": "Europe\/Berlin", "queues": [{ "name": "Zu\u0308rich \"A\"" }],""")]
    [InlineData(""", /* said twice */ "timeZone": "UTC", "timeZone": "Europe/Paris" // the last one""" + "\n")]
    [InlineData(""", "remediation": { "mode": "DRYRUN" }""")]
    public void What_may_stand_in_a_file_is_read_as_the_library_reads_it(string more) =>
        ReadsAlike(Encoding.UTF8.GetBytes($"{{ {Least}{more} }}"));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "environment": "prod" }""")]
    [InlineData("{" + Least)]
    [InlineData("{" + Least + "} {}")]
    [InlineData("{" + Least + """, "shadow": 1 }""")]
    [InlineData("{" + Least + """, "timeZone": 1 }""")]
    [InlineData("{" + Least + """, "queues": {} }""")]
    [InlineData("{" + Least + """, "shadow": null }""")]
    [InlineData("{" + Least + """, "remediation": { "mode": "sometimes" } }""")]
    [InlineData("{" + Least + """, "incidents": { "quietPeriod": "soon" } }""")]
    [InlineData("{" + Least + """, "holidays": ["12/25/2026"] }""")]
    public void What_was_never_checked_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => CheckedConfiguration.Read(Encoding.UTF8.GetBytes(text)));

    private static void ReadsAlike(byte[] text) => Assert.Equal(
        Written(JsonSerializer.Deserialize(text, ConfigurationJson.Default.ContactCenterConfiguration)!),
        Written(CheckedConfiguration.Read(text)));

    private static string Written(ContactCenterConfiguration configuration) =>
        JsonSerializer.Serialize(configuration, ConfigurationJson.Default.ContactCenterConfiguration);

    /// <summary>A value of a type, all of it set, and no two alike.</summary>
    private object? Filled(Type type)
    {
        _number++;
        if (Nullable.GetUnderlyingType(type) is { } under)
        {
            return Filled(under);
        }

        return type switch
        {
            _ when type == typeof(string) => $"text \"{_number}\" ü",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => _number,
            _ when type == typeof(double) => _number + 0.25,
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(_number),
            _ when type == typeof(TimeOnly) => new TimeOnly(_number % 24, _number % 60),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(_number),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.FromHours(2)).AddMinutes(_number),
            _ when type == typeof(JsonObject) => new JsonObject { ["a"] = new JsonArray(_number, null, new JsonObject { ["b"] = "c" }) },
            { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1),
            { IsGenericType: true } when typeof(IEnumerable).IsAssignableFrom(type) => Several(type),
            _ => Whole(type),
        };
    }

    private object Several(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 1)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            list.Add(Filled(arguments[0]));
            list.Add(Filled(arguments[0]));
            return list;
        }

        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        dictionary.Add($"key {_number}", Filled(arguments[1]));
        dictionary.Add($"schlüssel {_number}", Filled(arguments[1]));
        return dictionary;
    }

    private object Whole(Type type)
    {
        var whole = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(static property =>
            property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            property.SetValue(whole, Filled(property.PropertyType));
        }

        return whole;
    }
}
