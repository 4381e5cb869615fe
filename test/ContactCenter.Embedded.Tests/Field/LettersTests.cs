using System.Text;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.ServiceNow;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>Letters of any script reach people, and two alarms can always be told apart.</summary>
public sealed class LettersTests
{
    public static TheoryData<string> Names =>
    [
        "Заказы", "الطلبات المتأخرة", "Παραγγελίες", "주문 대기", "ทุกคำสั่งซื้อ", "訂單 API", "Überweisungen nach Zürich", "échecs à l'étranger",
        "Łódź", "🛒 checkout", "e\u0301checs", new string('注', 120), new string('x', 120), "Straße " + new string('y', 120), "a\u202Eb", "½ price",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Two_alarms_that_differ_in_the_last_letter_can_be_told_apart_everywhere(string name)
    {
        using var replay = new FieldReplay();
        foreach (var one in (string[])[$"{name}-1", $"{name}-2"])
        {
            await replay.HearAsync(Alarm(one).Bytes(PayloadShape.SnsEvent));
        }

        await replay.PassAsync(0);
        var messages = replay.Told.DistinctBy(static effect => effect.IncidentId).Select(static effect => effect.Message).ToArray();
        Assert.Equal(2, messages.Length);
        Assert.Equal(2, messages.Select(PlainText.Subject).Distinct().Count());
        Assert.Equal(
            2, messages.Select(static message => SnsRenderer.Sms(message with { IncidentId = "" }, ActionLinks.None)).Distinct().Count());
        Assert.All(messages, static message => Assert.InRange(PlainText.Subject(message).Length, 1, 99));
    }

    [Theory]
    [InlineData("Заказы")]
    [InlineData("الطلبات")]
    [InlineData("Παραγγελίες")]
    [InlineData("주문")]
    [InlineData("訂單")]
    [InlineData("Zürich")]
    public async Task A_name_is_told_as_it_is_written(string name)
    {
        using var replay = await FieldReplay.OfAsync(
            Alarm(name.Normalize(NormalizationForm.FormD)).As(PayloadShape.SnsEvent).ToJsonString());

        Assert.Contains(name, replay.Subjects[0].Normalize(NormalizationForm.FormC), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("注文API全体")]
    [InlineData("Заказы")]
    [InlineData("الطلبات")]
    [InlineData("주문")]
    [InlineData("Zürich")]
    [InlineData("🛒 checkout")]
    public async Task A_record_of_ServiceNow_has_every_letter_of_a_name(string name)
    {
        using var replay = await FieldReplay.OfAsync(Alarm(name).As(PayloadShape.SnsEvent).ToJsonString());

        var record = ServiceNowRenderer.Plan(replay.Told[0], [], null, new ServiceNowSettings())!.Body;
        Assert.All(
            ["short_description", "description"],
            field => Assert.Contains(name, record[field]!.GetValue<string>(), StringComparison.Ordinal));
    }

    private static AlarmPayload Alarm(string name) =>
        new() { Name = name, Description = null, Namespace = "Shop", Metric = "Open", Dimensions = [] };
}
