using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Language.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Language.Tests.Text;

public class PersonalDataMaskTests
{
    [Theory]
    [InlineData("card 4111 1111 1111 1111 please", "card #### #### #### #### please")]
    [InlineData("call +49 (170) 123-45 67", "call +## (###) ###-## ##")]
    [InlineData("account 12345678", "account ########")]
    [InlineData("mail to jane.doe+x@example.co.uk now", "mail to [e-mail] now")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 is mine", "IBAN #### #### #### #### #### ## is mine")]
    [InlineData("IBAN GB29NWBK60161331926819", "IBAN ######################")]
    [InlineData("my Visa card 4111111111111111", "my [card] card ################")]
    [InlineData("hello, my name is Maria van Dam-Jones", "hello, my name is [name]")]
    [InlineData("cardholder John Smith said", "cardholder [name] said")]
    [InlineData("hello, my name is john smith and I lost it", "hello, my name is [name] and I lost it")]
    [InlineData("mein name ist hans müller", "mein name ist [name]")]
    [InlineData("Mein Name ist Ju\u0308rgen Mu\u0308ller", "Mein Name ist [name]")]
    [InlineData("write to jane.doe(at)example.com", "write to [e-mail]")]
    [InlineData("write to jane [at] example [dot] com", "write to [e-mail]")]
    [InlineData("jane.doe at example dot com", "[e-mail]")]
    [InlineData("the cvv 123 is wrong", "the cvv ### is wrong")]
    [InlineData("my pin is 1234", "my pin is ####")]
    [InlineData("PIN: 4711!", "PIN: ####!")]
    [InlineData("my pin is four seven one one", "my pin is # # # #")]
    [InlineData("Meine Geheimzahl lautet 4711", "Meine Geheimzahl lautet ####")]
    [InlineData("my password is hunter2, help", "my password is #######, help")]
    [InlineData("4711 is my pin", "#### is my pin")]
    [InlineData("it is four one one one one one one one", "it is # # # # # # # #")]
    [InlineData("null eins sieben null, eins zwei drei vier", "# # # #, # # # #")]
    [InlineData("forty-one eleven eleven twelve, dreiundzwanzig sechs", "#-# # # #, # #")]
    [InlineData("call 1 2 three 4 five 6 7", "call # # # # # # #")]
    public void Personal_data_is_hidden(string text, string masked) => Assert.Equal(masked, PersonalDataMask.Mask(text));

    [Theory]
    [InlineData(",")]
    [InlineData(", ")]
    [InlineData("-")]
    [InlineData("\u2010")]
    [InlineData(" \u2013 ")]
    [InlineData("\u2014")]
    [InlineData("\u00A0")]
    [InlineData("\u202F")]
    [InlineData("\t")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("*")]
    [InlineData(".")]
    [InlineData("/")]
    [InlineData("_")]
    [InlineData(" * ")]
    [InlineData("\u200B")]
    public void A_card_number_is_hidden_whatever_groups_it(string between)
    {
        var text = $"card {string.Join(between, "4111", "1111", "1111", "1112")} please";

        Assert.DoesNotContain(PersonalDataMask.Mask(text), char.IsDigit);
    }

    [Fact]
    public void No_run_of_twelve_digits_or_more_survives_short_marks_between_them() =>
        Prop.ForAll<byte[], char[], bool>((digits, marks, inGroups) =>
        {
            var between = new string([.. marks.Where(static mark => !char.IsLetterOrDigit(mark)).Take(3)]);
            var number = digits.Concat(new byte[12]).Take(19).Select(static digit => (char)('0' + (digit % 10))).ToArray();
            var text = string.Join(between, number.Chunk(inGroups ? 4 : 1).Select(static group => new string(group)));
            return !PersonalDataMask.Mask($"it is {text} ok").Any(char.IsDigit);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_run_of_spoken_digits_survives() =>
        Prop.ForAll<byte[], bool>((digits, isGerman) =>
        {
            string[] words = isGerman
                ? ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
                : ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
            var spoken = string.Join(' ', digits.Concat(new byte[12]).Take(16).Select(digit => words[digit % 10]));
            return !words.Any(word => PersonalDataMask.Mask($"it is {spoken} ok").Contains(word, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("do you take Visa or Mastercard?")]
    [InlineData("I paid 1,250.00 on 3 May 2024")]
    [InlineData("between 8 and 12")]
    [InlineData("order 4711")]
    [InlineData("my name is wrong on the card")]
    [InlineData("mein Name ist falsch geschrieben")]
    [InlineData("I forgot my pin and my password is wrong")]
    [InlineData("the pin was declined two times")]
    [InlineData("one or two of three people")]
    [InlineData("I waited one hour and two minutes")]
    [InlineData("meet me at the station")]
    [InlineData("2 people helped me, 3 times")]
    [InlineData("")]
    public void What_says_what_the_contact_is_about_stays(string text) => Assert.Equal(text, PersonalDataMask.Mask(text));

    [Fact]
    public void Masked_text_is_not_masked_further() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var once = PersonalDataMask.Mask(text.Get);
            return PersonalDataMask.Mask(once) == once;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_long_number_survives_whatever_stands_around_it() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((before, after) =>
            !PersonalDataMask.Mask($"{before.Get} 4929123456781234 {after.Get}").Contains(
                "4929123456781234", StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void Number_that_is_masked_does_not_change_the_answer()
    {
        const string Text = "I was billed twice on account 12345678";
        Assert.Equal(TinyModel.Classifier.Classify(Text).Topics, TinyModel.Classifier.Classify(PersonalDataMask.Mask(Text)).Topics);
    }
}
