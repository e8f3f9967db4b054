/** A dozen people. What they are told stands beside this file, and is reviewed like prose. */
export const PERSONAS: [name: string, flags: string][] = [
  [
    "nursing-first-year",
    "--field nursing --stage first-year --goal clarity --concern no-experience --concern confidence --country us --start 2027-06-01 --hours 4",
  ],
  [
    "humanities-final-year-germany",
    "--field humanities --stage final-year --goal job --concern no-network --country de --start 2027-03-01 --hours 6",
  ],
  [
    "computing-penultimate-money",
    "--field computing --stage penultimate --goal job --concern money --country us --start 2027-06-01 --hours 6",
  ],
  [
    "computing-master-visa-canada",
    "--field computing --stage postgraduate --goal job --concern visa --country ca --start 2027-05-03 --hours 4",
  ],
  [
    "business-second-year-first-gen",
    "--field business --stage second-year --goal contacts --goal job --concern first-gen --concern no-network --country gb --start summer --hours 2",
  ],
  [
    "education-caring",
    "--field education --stage second-year --goal confidence --concern caring --country au --start 2027-02-01 --hours 2",
  ],
  [
    "graduate-unpaid-offer",
    "--field humanities --stage recent-graduate --goal job --concern unpaid-offer --country gb --start 2027-01-04 --hours 8",
  ],
  [
    "school-pupil",
    "--field undecided --stage secondary --goal clarity --concern none --country us --start 2027-06-14 --hours 1",
  ],
  [
    "asked-to-pay-india",
    "--field computing --stage final-year --goal proof --concern asked-to-pay --country in --start 2027-05-01 --hours 4",
  ],
  [
    "career-changer-part-time",
    "--field business --stage career-changer --goal skills --concern time --country fr --hours 4",
  ],
  [
    "further-study",
    "--field nursing --stage penultimate --goal further-study --concern had-one --start 2027-06-01 --hours 4",
  ],
  ["nothing-known", "--general"],
];
