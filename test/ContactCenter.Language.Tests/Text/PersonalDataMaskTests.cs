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
    public void Personal_data_is_hidden(string text, string masked) => Assert.Equal(masked, PersonalDataMask.Mask(text));

    [Theory]
    [InlineData("do you take Visa or Mastercard?")]
    [InlineData("I paid 1,250.00 on 3 May 2024")]
    [InlineData("between 8 and 12")]
    [InlineData("order 4711")]
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
